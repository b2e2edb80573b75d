from gemeengoed.checks.external_link import external_addresses
from gemeengoed.checks.run import external_problems
from gemeengoed.i18n import translator

from commons import found_by, load_commons, page, write_commons

CODE = "external-link"
FILE = "commons/tips/kort.md"
DEAD = "https://weg.be/a?b=(c)"
TEXT = page(
    f"sources:\n  - {{title: Weg, relation: cites, url: '{DEAD}'}}",
    f"[weg]({DEAD}) [hier](methods/intervisie) [leeft](HTTPS://leeft.be) <mailto:a@b.be>\n",
)


def test_addresses(tmp_path):
    commons = load_commons(write_commons(tmp_path, {FILE: TEXT}))
    assert external_addresses(commons) == {DEAD, "HTTPS://leeft.be"}


def test_problem(tmp_path):
    commons = load_commons(write_commons(tmp_path, {FILE: TEXT}))
    found = external_problems(commons, {DEAD: "404"})
    assert [(problem.path, problem.line, problem.column, problem.code) for problem in found] == [
        (FILE, 9, 7, CODE),
        (FILE, 7, 40, CODE),
    ]
    assert found[0].message.say(translator("en")) == (
        "The web address 'https://weg.be/a?b=(c)' does not answer as it should: 404."
    )


def test_unchanged(tmp_path):
    assert external_problems(load_commons(write_commons(tmp_path, {FILE: TEXT})), {}) == ()
    assert found_by(CODE, tmp_path, {}) == []


def test_a_switch_holds_and_is_of_use_in_an_ordinary_run(tmp_path):
    switch = f"<!-- gemeengoed: off {CODE}, because it answers from our network only -->\n"
    root = write_commons(tmp_path, {FILE: TEXT + switch})
    assert external_problems(load_commons(root), {DEAD: "404"}) == ()
    assert found_by("switch", root, {}) == []
