"""The documentation of the rules: a page for each check, and one that lists them all by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from gemeengoed.checks.declared import Check, all_checks, configured_checks
from gemeengoed.checks.documentation import about_parameters, documentation
from gemeengoed.checks.groups import group_of, grouped
from gemeengoed.kinds.declare import Record
from gemeengoed.stage.addresses import CHECKS, listing_path
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

_CODE = re.compile(r"``(.+?)``", re.DOTALL)


def check_pages(site: Site) -> Iterator[StagedPage]:
    """The overview, then the page of every check."""
    yield _overview(site)
    active = {check.code: check for check in configured_checks(site.settings)}
    for check in all_checks():
        yield _check_page(site, active.get(check.code, check), is_on=check.code in active)


def _overview(site: Site) -> StagedPage:
    here, title = site.addresses.page(CHECKS), site.words.say("Checks")
    groups = [
        (
            site.words.message(label),
            [(check.code, _html(site, documentation(check.documentation).rule)) for check in of_group],
        )
        for label, of_group in grouped(all_checks()).items()
    ]
    about = site.words.say("What the program looks at when a page is added or changed, and why.")
    html = site.render("checks/overview.html.jinja", here, title=title, about=about, name=CHECKS, groups=groups)
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts={"layout": "listing"})


def _check_page(site: Site, check: Check, *, is_on: bool) -> StagedPage:
    here = site.addresses.page(f"{CHECKS}/{check.code}")
    parts = documentation(check.documentation)
    html = site.render(
        "checks/check.html.jinja",
        here,
        check=check,
        is_on=is_on,
        group=site.words.message(group_of(check.code)),
        rule=_html(site, parts.rule),
        parts=[(site.words.message(label), _html(site, text)) for label, text in parts.labelled() if text],
        about_parameters=_html(site, about_parameters(type(check.parameters))) if check.parameters else "",
        parameters=_parameters(site, check),
        name=CHECKS,
    )
    rule = site.words.say(parts.rule).replace("``", "")
    return StagedPage(
        listing_path(here), check.code, rule, parts={"header": html}, facts={"layout": "listing", "searchable": True}
    )


def _html(site: Site, text: str) -> Markup:
    """A part of the documentation in the language of the site, what one writes marked as code."""
    said = site.words.say(text) if text else ""
    marked = _CODE.sub(r"<code>\1</code>", str(escape(f"{said[:1].upper()}{said[1:]}")))
    return Markup("</p><p>".join(marked.split("\n\n")))


def _parameters(site: Site, check: Check) -> list[tuple[str, str, str]]:
    """Name, meaning and present value of each parameter."""
    if check.parameters is None:
        return []
    fields = type(check.parameters).model_fields
    return [
        (name, _meaning(site, field.title, field.description), _value(getattr(check.parameters, name)))
        for name, field in fields.items()
    ]


def _meaning(site: Site, title: str | None, description: str | None) -> str:
    return " ".join(site.words.say(text) for text in (title, description) if text)


def _value(value: Any) -> str:
    if isinstance(value, tuple | list | frozenset | set):
        return ", ".join(_value(entry) for entry in (sorted(value) if isinstance(value, frozenset | set) else value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(entry)}" for key, entry in value.items())
    return ", ".join(f"{name}: {_value(entry)}" for name, entry in value) if isinstance(value, Record) else str(value)
