"""What the form says while one fills it in, in the words that the intake uses too."""

from __future__ import annotations

from typing import Any, Final

from babel.dates import get_month_names

from gemeengoed.i18n import Message, message
from gemeengoed.questions.asked import Question, Sort
from gemeengoed.stage.words import Words

_HOW: Final[dict[Sort, Message]] = {
    Sort.LINES: message("One on each line."),
    Sort.DATE: message("For example 2026, 05/2026 or 10/12/2026."),
    Sort.PERIOD: message("For example 2026, 05/2026, or 2019 to 2020."),
    Sort.RANGE: message("For example 60 or 60 to 90."),
    Sort.REFERENCE: message("Type a few letters and choose from the list."),
    Sort.REFERENCES: message("Type a few letters and choose from the list; you may choose several."),
}

_SAID: Final[dict[str, Message]] = {
    "empty": message("Nothing is filled in here yet."),
    "long": message("This is {length} characters long; at most {limit} fit here."),
    "date": message("'{typed}' is not a date here. Write 2026, 05/2026 or 10/12/2026."),
    "number": message("'{typed}' is not a number."),
    "address": message("'{typed}' is no web address: write it from https:// on."),
    "range": message("'{typed}' is not a number, or two with 'to' between."),
    "unknown": message("There is no '{typed}' here yet."),
    "several": message("'{typed}' may mean: {several}."),
    "agree": message("Without your agreement to the licence we cannot take it in: tick the first box."),
    "named": message(
        "You may be named, or your organisation may: tick the box of your name, or fill in where you work."
    ),
    "unnamed": message("Without your name we cannot add you to the people who share here: tick the box of your name."),
    "known": message("'{typed}' is in the list of who shares here already, so you need not join again."),
    "slug": message("The title needs at least one letter or digit."),
    "errors": message("Something is still missing"),
    "remove": message("Remove {name}"),
    "results": message("{n} to choose from"),
    "none": message("Nothing found"),
    "similar": message("Is this the same as one of these?"),
    "kept": message("What you fill in is kept in this browser only, until you clear it."),
    "lost": message("This browser keeps nothing, so what you fill in is gone when you leave."),
    "cleared": message("Everything is empty again."),
    "new_person": message(
        "You share something here for the first time. Besides this file, these lines then go into contributors.yaml. "
        "With the forge's form a program does that for you."
    ),
    "new_lines": message("These lines go into contributors.yaml. With the forge's form a program does that for you."),
    "too_long": message(
        "Not everything fits in the address of the page that opens. Copy what is named here, and paste it there where "
        "it belongs. Here nothing is lost."
    ),
    "copy": message("Copy: {name}"),
    "the_file": message("The file"),
    "copied": message("Copied"),
    "mail": message("A contribution for the commons: {title}"),
    "mail_long": message("The file is too long for this mail: download it, and add it to the mail."),
    "by": message("By {name}"),
}


def said(words: Words) -> dict[str, Any]:
    """The sentences of the script by name, and the months of the year as people write them."""
    return {**{name: words.say(what.text) for name, what in _SAID.items()}, "months": _months(words.language)}


def _months(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for spoken in (language, "nl", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=spoken).items():
                names.setdefault(name.casefold().rstrip("."), number)
    return names


def how_to_write(question: Question, words: Words) -> str:
    """How to write the answer to a question; empty where that speaks for itself."""
    return words.message(_HOW[question.sort]) if question.sort in _HOW else ""
