import pytest
from frontmatter.default_handlers import YAMLHandler
from gemeengoed.checks.run import run_checks
from gemeengoed.i18n import translator
from gemeengoed.kinds.tip import Tip
from gemeengoed.load.files import decode
from gemeengoed.load.front_matter import read_front_matter
from gemeengoed.report import REPORTS
from gemeengoed.texts import Text
from hypothesis import given, settings
from hypothesis import strategies as st

from commons import METHOD, load_commons, page, write_commons, write_files

TIP = "commons/tips/kort.md"
REGISTERS = ("contributors.yaml", "commons/organisations.yaml", "commons/vocabulary.yaml")


def read(text: str) -> Text:
    return read_front_matter("x.md", len(text), text, 64_000, ())


@pytest.mark.parametrize(
    ("text", "fields", "body", "line"),
    [
        ("---\na: b\n---\nTekst\n", {"a": "b"}, "Tekst\n", 4),
        ("---\na: b\n---\n\n\nTekst\n", {"a": "b"}, "\n\nTekst\n", 4),
        ("-----\na: b\n---   \nTekst", {"a": "b"}, "Tekst", 4),
        ("---\n\na: b\n\n---\nTekst", {"a": "b"}, "Tekst", 6),
        ("---\na: b\n---", {"a": "b"}, "", 3),
        ("---\na: |\n  x\n  --- y\n---\nT\n---\n", {"a": "x\n--- y\n"}, "T\n---\n", 6),
        ("Tekst\n---\na: b\n---\n", {}, "Tekst\n---\na: b\n---\n", 1),
        ("", {}, "", 1),
    ],
)
def test_front_matter_and_body_and_the_line_that_it_starts_on(text, fields, body, line):
    found = read(text)
    assert (dict(found.front_matter), found.body, found.body_line) == (fields, body, line)


@given(
    st.lists(st.sampled_from(["---", "----", "--- ", " ---", "a: b", "", "- c", "Tekst", "\t", "..."])).map("\n".join)
)
def test_it_is_what_python_frontmatter_takes_for_it(text):
    handler, found = YAMLHandler(), read(text)
    splits = handler.detect(text) and len(handler.FM_BOUNDARY.split(text, 2)) == 3
    missing = {"front-matter", "file-empty"} & {defect.code for defect in found.defects}
    if splits:
        _, body = handler.split(text)
        assert found.body.strip() == body.strip()
    else:
        assert missing
        assert found.body == text


def test_lines_end_in_any_of_the_three_ways():
    text = "---\na: b\n---\nTekst\n"
    for line_end in ("\r\n", "\r"):
        assert decode(text.replace("\n", line_end).encode()) == (text, ())


FIELDS = [f"{name}: " for name in (*Tip.model_fields, "x", "[key]", "")]
SIGNS = list("-[]{}:,'\"|#%`()é💡\x1b\x07\u2028\u202e \n")
WORDS = [
    "---\n",
    "  ",
    "*x",
    "&x ",
    "!t ",
    "<script>",
    "<!-- ",
    "{0}",
    "[a](b)",
    "gemeengoed: off switch ",
    "a",
    "2026",
]
WORDS += ["redactie", "participatie", "methods/intervisie", *FIELDS, *SIGNS]
PAGES = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return write_commons(tmp_path_factory.mktemp("commons"))


@given(
    st.binary()
    | st.text().map(str.encode)
    | PAGES.map(str.encode)
    | PAGES.map(lambda text: f"---\n{text}\n---\nTekst".encode())
    | PAGES.map(lambda text: page(text, text).encode())
)
@settings(max_examples=150)
def test_no_page_is_too_odd_and_every_problem_stands_in_its_file(root, raw):
    check_pages(root, {TIP: raw})


@given(st.binary() | PAGES.map(str.encode))
@settings(max_examples=40)
def test_no_register_is_too_odd(root, raw):
    for path in REGISTERS:
        check_pages(write_files(root, {TIP: None}), {path: raw})
    write_commons(root)


def check_pages(root, files):
    commons = load_commons(write_files(root, files))
    assert commons.items["methods/intervisie"].fields.title == "Intervisie"
    problems = run_checks(commons)
    for report in REPORTS.values():
        report(problems, translator("nl"))
    texts = {path: decode(raw)[0] or raw.decode("utf-8", "replace") for path, raw in files.items()}
    for problem in problems:
        if problem.path in files:
            lines = texts[problem.path].split("\n")
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        else:
            assert problem.path in {
                METHOD,
                "commons/organisations.yaml",
                "contributors.yaml",
                "commons/vocabulary.yaml",
            }
