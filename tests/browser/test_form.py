"""The form on the site: from an empty one to a file that passes the checks, by keyboard and with hostile text."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from gemeengoed.checks.run import run_checks
from gemeengoed.intake.contribute import contribute
from gemeengoed.intake.people import with_entry
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.load import load
from gemeengoed.problems import Severity
from gemeengoed.settings import read_settings
from keyboard import tab_to
from playwright.sync_api import Page, expect
from sites import REPOSITORY

pytestmark = pytest.mark.browser

PRACTICE = "bijdragen/praktijk/"
HOSTILE = "--- titel: ja <img src=x onerror='document.title=`kwaad`'> #x {{ 7 }} & \"y\": !!python/name"
BODY = "We begonnen klein.\n\n---\nauthors: [kwaad]\n---\n\n## Hoe het ging\n\nGoed, na een tweede poging."
METHOD = "Intervisie: een eigen vraag voorleggen aan collega's"


def field(page: Page, name: str):
    return page.locator(f"#f-{name.replace('.', '-')}")


def choose(page: Page, name: str, typed: str) -> None:
    """Type letters and take the first of the list with the keyboard."""
    box = field(page, name)
    box.focus()
    page.keyboard.type(typed)
    first = page.locator(f"#f-{name.replace('.', '-')}-list li").first
    expect(first).to_contain_text(re.compile(typed, re.IGNORECASE))  # the list of fewer letters may stand there first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def fill_in(page: Page, title: str, body: str = BODY) -> None:
    field(page, "title").fill(title)
    field(page, "summary").fill("Voor wie klein wil beginnen: met drie mensen en een koffie.")
    field(page, "body").fill(body)
    choose(page, "themes", "part")
    field(page, "contributor.name").fill("Jef Proef")
    choose(page, "contributor.organisation", "leuv")
    for value in ("licence", "name", "organisation"):
        page.locator(f"#f-agreements input[value={value}]").check()


def look_over(page: Page) -> str:
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-ready")).to_be_visible()
    return page.locator("#gg-form-file").text_content() or ""


def put(page: Page, root: Path) -> Path:
    """Save the file that the form made where it belongs in a copy of the commons, and the new contributor too."""
    copy_commons(root)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar het bestand").click()
    target = root / (page.locator("#gg-form-path").text_content() or "")
    assert target.name == saved.value.suggested_filename
    shutil.copy(saved.value.path(), target)
    if entry := page.locator("#gg-form-entry").text_content():
        ((identifier, record),) = yaml.load(entry, Loader=yaml.BaseLoader).items()
        register = root / "contributors.yaml"
        register.write_text(with_entry(register.read_text("utf-8"), identifier, record), "utf-8")
    return target


def copy_commons(root: Path) -> None:
    for part in ("commons", "docs"):
        shutil.copytree(REPOSITORY / part, root / part, dirs_exist_ok=True)
    for part in ("mkdocs.yml", "contributors.yaml"):
        shutil.copy(REPOSITORY / part, root / part)


def errors_of(root: Path) -> list[str]:
    commons = load(root, read_settings(root))
    return [f"{problem.path}: {problem.code}" for problem in run_checks(commons) if problem.severity is Severity.ERROR]


def test_from_an_empty_form_to_a_file_that_passes_the_checks(visit, tmp_path):
    page = visit().go(PRACTICE)
    fill_in(page, HOSTILE)
    field(page, "context.period").fill("mei 2022 tot december 2023")
    look_over(page)
    target = put(page, tmp_path)
    assert errors_of(tmp_path) == []
    item = next(one for one in load(tmp_path, read_settings(tmp_path)).items.values() if one.path.endswith(target.name))
    assert item.title == HOSTILE
    assert item.text.body.strip() == BODY
    assert item.fields.authors == ("jef-proef",)
    assert str(item.fields.context.period) == "2022-05/2023-12"
    assert page.title() != "kwaad"
    assert page.locator("#gg-form-preview img").count() == 0


def test_the_file_is_what_the_intake_makes_of_the_same_answers(visit, tmp_path):
    page = visit().go(PRACTICE)
    fill_in(page, "Een koffie met drie")
    field(page, "obstacles").fill("- Geen tijd: nooit\n2. Geen lokaal")
    field(page, "outcome").fill("Eerste regel\n\n# tweede: regel")
    field(page, "maturity").select_option("trial")
    field(page, "sources").get_by_role("button", name="Voeg er een toe").click()
    page.get_by_label("Titel", exact=False).nth(1).fill("Ons verslag")
    text = look_over(page)
    answers = {key: found[0] for key, found in parse_qs(urlsplit(
        page.locator("#gg-form-issue").get_attribute("href")).query).items()}  # fmt: skip
    asked = {name.replace("-", ".", 1) if name.startswith(("contributor", "context")) else name: value
             for name, value in answers.items()}  # fmt: skip
    asked["title"] = "Een koffie met drie"
    asked["agreements"] = "licence\nname\norganisation"
    commons = load(REPOSITORY, read_settings(REPOSITORY))
    made = contribute(commons, KIND_BY_NAME["practice"], asked)
    assert made.draft.asked == ()
    ((path, theirs),) = made.draft.files.items()
    assert path == page.locator("#gg-form-path").text_content()
    assert front_matter(text) == front_matter(theirs)
    assert text.split("---\n\n", 1)[1] == theirs.split("---\n\n", 1)[1]
    entry = front_matter(f"---\n{page.locator('#gg-form-entry').text_content()}")["jef-proef"]
    assert date.fromisoformat(entry["consent"].pop("on"))
    assert entry == {**dict(made.draft.person.entry), "consent": {"scope": ["name", "organisation"],
                     "licences": ["CC-BY-NC-SA-4.0"]}}  # fmt: skip


def front_matter(text: str) -> dict:
    """What a file says in its front matter, every value as it is written."""
    return yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)


def test_what_is_missing_is_said_where_it_is_and_the_focus_goes_there(visit):
    page = visit(viewport={"width": 360, "height": 740}).go(PRACTICE)
    field(page, "context.period").fill("voorjaar")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary li")).to_have_count(7)
    expect(field(page, "title")).to_be_focused()
    expect(field(page, "title")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#f-title-error")).to_have_text("Hier is nog niets ingevuld.")
    expect(page.locator("#f-context-period-error")).to_contain_text("voorjaar")
    page.keyboard.type("Toch een titel")
    expect(page.locator("#f-title-error")).to_have_text("")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("#gg-form-ready")).to_be_hidden()


def test_a_draft_is_kept_and_can_be_cleared_by_keyboard(visit):
    page = visit().go(PRACTICE)
    tab_to(page, "Titel (nodig)")
    page.keyboard.type("Een kring in twee uur")
    choose(page, "themes", "part")
    page.locator("#f-agreements input[value=licence]").check()
    page.reload()
    expect(field(page, "title")).to_have_value("Een kring in twee uur")
    expect(page.locator(".gg-choose__chosen li")).to_have_count(1)
    expect(page.locator("#f-agreements input[value=licence]")).to_be_checked()
    tab_to(page, "Alles wissen")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "title")).to_have_value("")
    page.reload()
    expect(field(page, "title")).to_have_value("")
    expect(page.locator(".gg-choose__chosen li")).to_have_count(0)


def test_a_page_that_is_like_it_is_pointed_at_and_its_name_is_not_taken(visit):
    page = visit().go("bijdragen/methode/")
    fill_in(page, METHOD)
    expect(page.locator("#gg-form-similar a").first).to_have_text(METHOD)
    look_over(page)
    expect(page.locator("#gg-form-path")).to_have_text(
        "commons/methods/intervisie-een-eigen-vraag-voorleggen-aan-collega-s.md"
    )


def test_a_page_of_the_commons_is_chosen_out_of_the_search(visit):
    page = visit().go("bijdragen/ervaring/")
    choose(page, "about", "intervisie")
    expect(field(page, "about")).to_have_value(METHOD)
    field(page, "contributor.name").fill("")
    field(page, "organisation").fill("Bestaat niet")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-organisation-error")).to_contain_text("Bestaat niet")
    expect(page.locator("#f-about-error")).to_have_text("")


def test_the_contact_page_leads_to_a_form_that_knows_what_it_is_about(visit):
    page = visit().go("contact/")
    page.locator("a[href*='?networks=networks%2Flocon-de-stek+']").click()
    expect(page.locator("#f-networks-list")).to_be_attached()
    chosen = page.locator(".gg-choose__chosen li", has_text="Locon De Stek")
    expect(chosen).to_have_count(1)
    page.reload()
    expect(chosen).to_have_count(1)
    for name in ("title", "summary", "body"):
        field(page, name).fill("Hoe vaak komen jullie samen, en waar?")
    choose(page, "themes", "part")
    field(page, "contributor.name").fill("Jef Proef")
    page.locator("#f-agreements input[value=licence]").check()
    choose(page, "contributor.organisation", "leuv")
    assert 'networks: ["networks/locon-de-stek"]\n' in look_over(page)


def test_a_long_text_does_not_go_along_in_an_address(visit):
    page = visit().go(PRACTICE)
    fill_in(page, "Lang", "Een zin die steeds terugkomt. " * 600)
    look_over(page)
    for way in ("issue", "propose"):
        assert len(page.locator(f"#gg-form-{way}").get_attribute("href")) <= 7500
    expect(page.locator("#gg-form-note")).to_contain_text("Hier gaat niets verloren.")


def test_what_does_not_fit_in_an_address_is_copied_by_hand_and_the_rest_goes_along(visit):
    window = visit()
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.go(PRACTICE)
    long = "Een zin die steeds terugkomt. " * 150
    fill_in(page, "Lang", long)
    field(page, "outcome").fill(long + "Klaar.")
    look_over(page)
    sent = parse_qs(urlsplit(page.locator("#gg-form-issue").get_attribute("href")).query)
    assert {"title", "summary", "themes", "contributor-name", "contributor-organisation", "body"} <= {*sent}
    assert "outcome" not in sent
    page.get_by_role("button", name="Kopieer: Resultaat").click()
    expect(page.locator("#gg-form-copied")).to_contain_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == long + "Klaar."


def test_the_page_is_shown_as_it_will_read(visit):
    page = visit().go(PRACTICE)
    body = """Wat **echt** hielp, [zegt Gent](https://gent.example/x), en [een methode](methods/intervisie).

## Stappen

1. Eerst *kijken*
2. Dan doen

- los
- en vast

| Wie | Wat |
|---|---|
| ik | dit |

> Zei iemand

[boos](javascript:alert(1)) <b>geen HTML</b>

```
code **blijft** staan
```"""
    fill_in(page, "Een pagina met alles", body)
    look_over(page)
    preview = page.locator("#gg-form-preview")
    assert preview.locator("strong").all_text_contents() == ["echt"]
    assert preview.locator("h4").all_text_contents() == ["Stappen"]
    assert preview.locator("ol li").all_text_contents() == ["Eerst kijken", "Dan doen"]
    assert preview.locator("ul li").all_text_contents() == ["los", "en vast"]
    assert preview.locator("td").all_text_contents() == ["ik", "dit"]
    assert preview.locator("blockquote").text_content() == "Zei iemand"
    assert preview.locator("pre").text_content() == "code **blijft** staan"
    assert [link.get_attribute("href") for link in preview.locator("a").all()] == ["https://gent.example/x"]
    expect(preview).to_contain_text("<b>geen HTML</b>")
    expect(preview).to_contain_text("Door Jef Proef")


def test_who_wants_to_be_known_joins_with_a_form(visit, tmp_path):
    window = visit(viewport={"width": 360, "height": 740})
    page = window.go("bijdragen/")
    page.locator(".gg-forms").get_by_role("link", name="Meedoen").click()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary li")).to_have_count(2)
    expect(field(page, "contributor.name")).to_be_focused()
    page.keyboard.type("Jef Proef")
    choose(page, "contributor.organisation", "leuv")
    choose(page, "contributor.skills_offered", "gesprek")
    field(page, "contributor.website").fill("jef.example")
    for value in ("licence", "organisation", "skills"):
        page.locator(f"#f-agreements input[value={value}]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-contributor-website-error")).to_contain_text("geen webadres")
    expect(page.locator("#f-agreements-error")).to_contain_text("Zonder je naam")
    field(page, "contributor.website").fill("https://jef.example/")
    page.locator("#f-agreements input[value=name]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-ready")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sent = parse_qs(urlsplit(page.locator("#gg-form-issue").get_attribute("href")).query)
    assert sent["template"] == ["9-join.yml"] and sent["contributor-name"] == ["Jef Proef"]
    assert page.locator("#gg-form-propose").get_attribute("href").endswith("/edit/main/contributors.yaml")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar deze regels").click()
    assert saved.value.suggested_filename == "jef-proef.yaml"
    ((identifier, record),) = yaml.load(saved.value.path().read_text("utf-8"), Loader=yaml.BaseLoader).items()
    copy_commons(tmp_path)
    register = tmp_path / "contributors.yaml"
    register.write_text(with_entry(register.read_text("utf-8"), identifier, record), "utf-8")
    assert errors_of(tmp_path) == []
    added = load(tmp_path, read_settings(tmp_path)).contributors["jef-proef"]
    assert (added.name, added.organisations, added.website) == ("Jef Proef", ("leuven",), "https://jef.example/")
    assert added.skills_offered


def test_who_is_known_need_not_join_again(visit):
    page = visit().go("bijdragen/meedoen/")
    choose(page, "contributor.name", "redactie")
    for value in ("licence", "name"):
        page.locator(f"#f-agreements input[value={value}]").check()
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#f-contributor-name-error")).to_contain_text("niet opnieuw te melden")
    expect(page.locator("#gg-form-ready")).to_be_hidden()


KINDS = (
    "praktijk",
    "methode",
    "tip",
    "vraag",
    "antwoord",
    "ervaring",
    "netwerk",
    "bijeenkomst",
    "initiatief",
    "collectie",
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_that_says_what_is_missing(visit, kind):
    page = visit().go(f"bijdragen/{kind}/")
    page.get_by_role("button", name="Kijk het na").click()
    expect(page.locator("#gg-form-summary")).to_contain_text("Titel")
    expect(field(page, "title")).to_be_focused()


def test_without_javascript_it_can_be_read_and_other_ways_are_named(visit):
    page = visit(java_script_enabled=False).go(PRACTICE)
    expect(page.get_by_label("Samenvatting")).to_be_visible()
    expect(page.get_by_role("link", name="met een Word-document, of op een andere manier")).to_be_visible()
    expect(page.get_by_role("button", name="Kijk het na")).to_be_hidden()


def test_who_shared_before_is_credited_under_the_name_that_is_known(visit, tmp_path):
    page = visit().go("bijdragen/tip/")
    fill_in(page, "Neem een notitieboek mee")
    field(page, "contributor.name").fill("")
    choose(page, "contributor.name", "redactie")
    text = look_over(page)
    assert front_matter(text)["authors"] == ["redactie"]
    expect(page.locator("#gg-form-person")).to_be_hidden()
    put(page, tmp_path)
    assert errors_of(tmp_path) == []


def test_who_is_not_named_is_credited_as_the_organisation(visit, tmp_path):
    page = visit().go("bijdragen/vraag/")
    fill_in(page, "Wie heeft hier ervaring mee?")
    page.locator("#f-agreements input[value=name]").uncheck()
    text = front_matter(look_over(page))
    assert text["authors"] == ["leuven"]
    assert text["asked_by"] == "leuven"
    assert "Jef" not in (page.locator("#gg-form-file").text_content() or "")
    put(page, tmp_path)
    assert errors_of(tmp_path) == []


def test_a_collection_is_made_of_pages_out_of_the_search(visit, tmp_path):
    page = visit().go("bijdragen/collectie/")
    fill_in(page, "Een pad om mee te beginnen")
    for number, word in enumerate(("intervisie", "lean"), start=1):
        field(page, "parts").get_by_role("button", name="Voeg er een toe").click()
        choose(page, f"parts-{number}-item", word)
    text = front_matter(look_over(page))
    assert [part["item"] for part in text["parts"]] == ["methods/intervisie", "methods/lean-coffee"]
    put(page, tmp_path)
    assert errors_of(tmp_path) == []


def test_what_is_marked_stays_so_when_another_answer_comes(visit):
    """Each letter asks for a list, and one that comes late must not take away what somebody went to meanwhile."""
    page = visit().go(PRACTICE)
    box, options = field(page, "themes"), page.locator("#f-themes-list li")
    box.focus()
    page.keyboard.type("pa")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    marked = page.locator("#f-themes-list li[aria-selected=true]").text_content()
    page.evaluate("document.querySelectorAll('#f-themes-list li').forEach((one) => { one.dataset.before = '' })")
    box.dispatch_event("input")
    expect(page.locator("#f-themes-list li[data-before]")).to_have_count(0)
    expect(page.locator("#f-themes-list li[aria-selected=true]")).to_have_text(str(marked))
    page.keyboard.press("Enter")
    expect(page.locator(".gg-choose__chosen li").first).to_contain_text(str(marked).strip())
