"""What the form on the site makes of the answers, hostile ones too: a file that passes the checks, and how it reads."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from form_filling import BODY, PRACTICE, choose, errors_of, field, fill_in, front_matter, look_over, put
from gemeengoed.intake.contribute import contribute
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from playwright.sync_api import expect
from sites import REPOSITORY

pytestmark = pytest.mark.browser
HOSTILE = "--- titel: ja <img src=x onerror='document.title=`kwaad`'> #x {{ 7 }} & \"y\": !!python/name"


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
