"""One list of problems in every format, in both languages, as the golden files have it; and nothing in it can act.

After a change of messages or translations: ``UPDATE_GOLDEN=1 pytest tests/report/test_reports.py``, and read the files.
"""

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from gemeengoed.i18n import Message, message, translator
from gemeengoed.problems import Problem, Severity
from gemeengoed.report import REPORTS, Format
from gemeengoed.report.text import one_line
from hypothesis import given
from hypothesis import strategies as st

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {Format.TEXT: "txt", Format.JSON: "json", Format.GITHUB: "github.txt"}

PROBLEMS = (
    Problem(
        "commons/tips/Mijn tip, 100% (v2): nieuw.md",
        1,
        1,
        "file-name",
        Severity.ERROR,
        message("The file name '{name}' must be lower-case letters, digits and single hyphens.", name="Mijn tip.md"),
        message("Rename it to '{good}.md'.", good="mijn-tip"),
        "mijn-tip.md",
    ),
    Problem(
        "commons/tips/kort.md",
        6,
        1,
        "field-unknown",
        Severity.ERROR,
        message("There is no field '{name}'.", name="sumary"),
        message("Did you mean '{known}'?", known="summary"),
        "summary",
    ),
    Problem(
        "commons/tips/kort.md",
        120,
        14,
        "link-anchor",
        Severity.WARNING,
        message("The page '{name}' has no heading with the anchor '{anchor}'.", name="tips/é", anchor="\x1b[31m💡"),
    ),
    Problem(
        "commons/tips/regel\neinde\x1b[2J.md",
        3,
        8,
        "field-missing",
        Severity.ADVICE,
        message("'{name}' is missing.", name="%0A::error::\r\n::stop-commands::x"),
        message("Write it, or remove the line."),
    ),
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ENDINGS, ids=str)
def test_golden(form, language):
    golden = GOLDEN / f"problems.{language}.{ENDINGS[form]}"
    told = REPORTS[form](PROBLEMS, translator(language)) + "\n"
    if "UPDATE_GOLDEN" in os.environ:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_problems(language):
    say = translator(language)
    assert REPORTS[Format.TEXT]((), say) == say("No problems found.")
    assert REPORTS[Format.GITHUB]((), say) == say("No problems found.")
    assert json.loads(REPORTS[Format.JSON]((), say)) == {"problems": []}


def test_a_line_for_a_compiler_is_one_line():
    assert one_line(PROBLEMS[1], str) == "commons/tips/kort.md:6:1: There is no field 'sumary'. [field-unknown]"
    assert all(one_line(problem, str).isprintable() for problem in PROBLEMS)


SIGNS = ["::", "error", "\n", "\r", "%0A", "%", ",", ":", "\x1b[31m", "\x9b", "\u202e", "\u2028", "{0}", "{x}"]
TEXTS = st.text() | st.lists(st.sampled_from(SIGNS)).map("".join)
FOUND = st.lists(
    st.builds(
        Problem,
        path=TEXTS,
        line=st.integers(1),
        column=st.integers(1),
        code=st.sampled_from(["field-type", "link-target"]),
        severity=st.sampled_from(Severity),
        message=TEXTS.map(lambda text: message("Look at '{value}'.", value=text)),
        advice=st.none() | TEXTS.map(lambda text: Message("Do {value}", (("value", text),))),
        replacement=st.none() | TEXTS,
    ),
    max_size=4,
)


def acts(sign: str) -> bool:
    """Whether a terminal or a log would do something else with a sign than show it."""
    return sign != "\u00ad" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(FOUND)
def test_no_value_starts_a_command_of_its_own(problems):
    lines = re.split(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", REPORTS[Format.GITHUB](problems, str))
    assert len(lines) == len(problems) + 1
    for line in lines[:-1]:
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=[a-z-]+::", line)
    assert not lines[-1].startswith("::")


@given(FOUND)
def test_no_value_moves_a_cursor_or_breaks_a_line(problems):
    lines = REPORTS[Format.TEXT](problems, str).split("\n")
    assert not any(acts(sign) for line in lines for sign in line)


@given(FOUND)
def test_json_gives_back_what_was_put_in(problems):
    text = REPORTS[Format.JSON](problems, str)
    assert not any(acts(sign) for line in text.split("\n") for sign in line)
    for entry, problem in zip(json.loads(text)["problems"], problems, strict=True):
        assert entry["path"] == problem.path
        assert (entry["line"], entry["column"], entry["severity"]) == (problem.line, problem.column, problem.severity)
        assert entry["message"] == problem.message.say(str)
        assert entry.get("advice") == (problem.advice.say(str) if problem.advice else None)
        assert entry.get("replacement") == problem.replacement
