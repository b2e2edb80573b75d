"""A page by its shell is the same bytes as the page in full, whatever stands in it and whatever a template does."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from gemeengoed.output import Output
from gemeengoed.render import stand_in
from gemeengoed.render.configuration import write_configuration
from gemeengoed.render.page import SitePage
from gemeengoed.render.pages import Prepared, read
from gemeengoed.render.shells import CHECK, At, Shells
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from mkdocs.structure.toc import get_toc
from sites import REPOSITORY

ODD = [
    "",
    "Gemeengoed",
    "x",
    "{{ page }}",
    "{% raw %}",
    "<b>&amp;",
    "a\nb  c\t",
    "\u0130\u00e9",
    "tips/",
    "\"'</script>",
]


def in_full(ready: Prepared, name: str) -> bytes:
    """A page as MkDocs' templates make it, without any shell."""
    file = ready.files.get_file_from_path(name)
    assert file is not None
    page = file.page or SitePage(None, file, ready.config)
    read(page)
    page.render(ready.config, ready.files)
    html = ready.in_full(page, At(page.url)).encode("utf-8", errors="xmlcharrefreplace")
    if page.parent is None and page.previous_page is None and page.next_page is None:
        file.page = None
    return html


@pytest.mark.parametrize("which", ["own", "demonstration"])
def test_every_page_of_a_site_is_the_same_as_in_full(which, own_site, demo_site):
    root = own_site("mkdocs").parent if which == "own" else demo_site.parent
    configurations = sorted((root / ".gemeengoed").rglob("mkdocs.yml"))
    assert configurations
    for configuration in configurations:
        ready, alone = (Prepared(str(configuration), str(root / "elders")) for _ in range(2))
        names = ready.page_names()
        html = {name: ready.render(name)[1] for name in names}
        assert [name for name in names if html[name] != in_full(alone, name)] == []
        assert ready.shells.filled > len(names) / 2


class Site:
    """Pages that are made up, for a template that is made up."""

    def __init__(self, template: str, check: int = CHECK) -> None:
        self.environment = Environment(loader=DictLoader({"main": template}))
        self.times = 0
        self.shells = Shells(self.environment, self.in_full, (), check)

    def in_full(self, page, at):
        self.times += 1
        return self.environment.get_template("main").render(page=page, base_url=".", name="Gemeengoed")

    def differences(self, pages) -> list[str]:
        made = [self.shells.render(page) for page in pages]
        self.rendered = self.times
        return [html for html, page in zip(made, pages, strict=True) if html != self.in_full(page, At(page.url))]


def a_page(url: str = "tips/een/", content: str = "<p>Tekst</p>", **meta):
    return SimpleNamespace(
        url=url, canonical_url=f"https://x.example/{url}", abs_url=f"/{url}", edit_url="https://forge.example/x",
        content=content, meta={"title": "Een titel"} | meta, toc=get_toc([]), is_homepage=False, is_index=False,
        update_date="2026-01-01", title=meta.get("title", "Een titel"),
    )  # fmt: skip


WHATEVER = [
    "{{ page.meta.title | e }} {{ page.content }} {{ page.canonical_url }} {{ page.meta.description }}",
    "{% if page.meta.title == name %}zelf{% else %}{{ page.meta.title }}{% endif %}",
    "{{ page.title | upper }} {{ page.title | title }} {{ page.title | replace(' ', '-') }}",
    "{{ page.title | striptags }} {{ page.title | trim }} {{ page.title | wordcount }}",
    "{{ page.title | length }} {{ page.title[:2] }} {{ page.title | truncate(3) }} {{ page.title | urlencode }}",
    "{% for sign in page.title %}{{ sign }},{% endfor %}{{ page.title | list }}",
    "{% set x %}{{ page.title }}{% endset %}{{ x | e }}{{ page.meta | tojson }}",
    "{{ 'a' ~ page.title ~ page.meta.description }} {{ ('tips/' ~ page.title) | url }} {{ page.url | url }}",
    "{% if page.meta.title in ['x', 'tips/'] %}ja{% endif %}{% if 'b' in page.content %}b{% endif %}",
    "{% if page.meta.title == page.meta.description %}gelijk{% endif %}{{ page.title < 'm' }}",
    "{{ {'x': 'gevonden', 'tips/': 'ook'}[page.meta.title] }} {{ 'x%s' % page.title }} {{ page.title + 'y' }}",
    "{% if page.title %}wel{% endif %}{{ 'tips/' | url }} {{ 'tips/een/plaat.png' | url }} {{ '.' | url }}",
    "{% for name, value in page.meta.items() %}{{ name }}={{ value | e }};{% endfor %}",
    "{{ page.meta.feeds | map(attribute='title') | join(', ') }}{{ page.meta.feeds | length }}",
    "{{ page.file }}{{ page.nothing }}{{ page.meta.nothing }}{{ page.meta.title.nothing }}",
    "{{ page.title | default('geen', true) }} {{ page.title is string }} {{ page.title | e | e }}",
]

texts = st.one_of(st.sampled_from(ODD), st.text(max_size=6))
addresses = st.sampled_from(["tips/een/", "tips/twee/", "over/een/", "a/b/c/", "a/b/d/", "tips/een/drie/"])
pages = st.builds(
    lambda url, content, title, description, feeds, flag: a_page(
        url, content, title=title, description=description, flag=flag, feeds=[{"title": name} for name in feeds]
    ),
    addresses, texts, texts, texts, st.lists(texts, max_size=2), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize("template", WHATEVER)
def test_a_template_may_do_anything_with_hostile_values(template):
    @settings(max_examples=15)
    @given(st.lists(pages, min_size=4, max_size=12))
    def holds(some):
        # Each page more than once, so that shells are made and used; and nobody looks again.
        assert Site(template, check=0).differences([*some, *reversed(some), *some]) == []

    holds()


def test_pages_that_are_alike_share_one_run_of_the_template():
    site = Site("{{ page.title | e }}{% if page.title == name %}!{% endif %}{{ 'tips/' | url }}{{ page.content }}")
    pages = [a_page(f"tips/{number}/", title=f"<{number}>") for number in range(60)]
    assert site.differences(pages) == [] and site.rendered < 10


def test_what_no_question_tells_is_found_by_looking_again():
    """A filter that looks at the text behind the back of the hole: pages are rendered in full from then on."""
    site = Site("{{ page.title | sly }}")
    site.environment.filters["sly"] = lambda text: "".join(["lang" if len("".join([text])) > 20 else "kort"])
    pages = [a_page(f"tips/{number}/", title=f"t{number}") for number in range(60)]
    assert site.differences(pages) == [] and site.rendered > 55


def test_a_mark_in_a_page_is_only_text():
    """Nobody can guess the mark; who could would still get no other page's text, only his own mark."""
    site = Site("<i>{{ page.title }}</i>{{ page.meta.description }}")
    pages = [a_page(f"tips/{n}/", title=f"{stand_in.MARK}{n}{{{{ x }}}}", description=f"d{n}") for n in range(9)]
    assert site.differences(pages) == []


def test_a_template_of_the_commons_counts(tmp_path):
    tree, overrides = tmp_path / "tree", tmp_path / "overrides"
    Output(tree).put("index.md", b'---\ntitle: "Start"\n---\n\nHallo\n')
    for number in range(12):
        front = (
            f'title: {json.dumps(f"Titel <{number}>")}\ngemeengoed: {{"layout": "item", "header": "<b>{number}</b>"}}'
        )
        Output(tree).put(f"tips/t{number}.md", f"---\n{front}\n---\n\nTekst {number}\n".encode())
    overrides.mkdir()
    (overrides / "main.html").write_text("{{ page.title | reverse }} {{ page.url }} {{ page.content | wordcount }}")
    (tmp_path / "mkdocs.yml").write_text((REPOSITORY / "mkdocs.yml").read_text().split("\nnav:")[0])
    configuration = write_configuration(tmp_path, tree, tmp_path / "site", tmp_path / "werk/mkdocs.yml")
    ready, alone = (Prepared(str(configuration), str(tmp_path / "site")) for _ in range(2))
    names = [name for name in ready.page_names() for _ in range(3)]
    assert [ready.render(name)[1] for name in names] == [in_full(alone, name) for name in names]
