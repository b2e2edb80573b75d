"""The job summary: every problem in a table, and no value that is anything but text."""

from __future__ import annotations

import markdown
from gemeengoed.i18n import message, translator
from gemeengoed.problems import Problem, Severity
from gemeengoed.report import Context, job_summary

SAY = translator("en")


def problem(value: str, path: str = "commons/tips/x.md") -> Problem:
    return Problem(path, 3, 1, "field-unknown", Severity.ERROR, message("There is no field '{name}'.", name=value))


def rendered(*problems: Problem) -> str:
    return markdown.markdown(job_summary.report(problems, SAY), extensions=["tables"])


def test_a_table_for_each_file():
    html = rendered(problem("een"), problem("twee"), problem("drie", "commons/tips/y.md"))
    assert html.count("<table>") == 2 and html.count("<tr>") == 5


def test_no_value_is_anything_but_text():
    evil = "<img src=x onerror=alert(1)> | [x](javascript:x) `a` *b* @iemand #1 ![](https://x.example/) <!-- \x1b[31m"
    html = rendered(problem(evil, f"commons/{evil}.md"))
    for element in ("<img", "<a ", "<em>", "<code>", "<script", "<!--", "\x1b"):
        assert element not in html
    assert html.count("<td>") + html.count('<td style="text-align: right;">') == 4
    assert "@iemand" not in job_summary.report([problem(evil)], SAY)


def test_links_to_the_page_of_the_check():
    context = Context(link=lambda code: f"https://proef.example/{code}/")
    assert "(https://proef.example/field-unknown/)" in job_summary.report([problem("x")], SAY, context)


def test_stays_below_what_the_forge_takes():
    told = job_summary.report([problem("x" * 100, f"commons/tips/{number}.md") for number in range(9000)], SAY)
    assert len(told.encode()) < 1_048_576
    assert "more problems do not fit here" in told.replace("&#45;", "-")
