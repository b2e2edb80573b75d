"""Compounds and their parts: what is right of a list of words, and what must not be split."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from gemeengoed.edition import EditionName, select
from gemeengoed.load import load
from gemeengoed.settings import read_settings
from gemeengoed.stage.finding.compounds import Split, Splitter, compound_parts
from gemeengoed.stage.finding.language import Searching, searching_in
from gemeengoed.stage.finding.plurals import missed, singulars
from gemeengoed.stage.site import Site
from sites import REPOSITORY

WORDS = yaml.safe_load((Path(__file__).parent / "compounds.yaml").read_text("utf-8"))
RIGHT = {word: tuple((parts or "").split()) for group in WORDS.values() for word, parts in group.items()}


@pytest.fixture(scope="module")
def own_words() -> frozenset[str]:
    """The words of the repository's own commons."""
    commons = load(REPOSITORY, read_settings(REPOSITORY))
    return Site(select(commons, EditionName.PUBLIC, commons.history, ())).lexicon


def precision_and_recall(splitter: Splitter) -> tuple[float, float]:
    """How many of the parts given are right, and how many of the right ones are given."""
    given = hits = wanted = found = 0
    for word, parts in RIGHT.items():
        split = splitter.split(word)
        given += len(split)
        hits += sum(is_right(part, parts) for part in split)
        wanted += len(parts)
        found += sum(any(is_same(part, other) for other in split) for part in parts)
    return hits / given if given else 1.0, found / wanted


def is_right(part: str, parts: Split) -> bool:
    """Whether a part that was given is one of the right ones, or made of several of them."""
    return any(is_same(part, other) for other in parts) or sum(inner in part for inner in parts) > 1


def is_same(one: str, other: str) -> bool:
    """Whether two words are the same but for singular and plural, which the search takes for one."""
    return one == other or one in singulars(other) or other in singulars(one)


def test_the_list_is_long_enough_and_has_words_that_must_stay_whole():
    assert len(RIGHT) >= 200
    assert sum(not parts for parts in RIGHT.values()) >= 50


def test_precision_and_recall_with_the_words_of_the_commons_and_the_field(own_words):
    precision, recall = precision_and_recall(Splitter(own_words, searching_in("nl")))
    assert precision >= 0.98
    assert recall >= 0.78


def test_precision_and_recall_where_all_words_are_known(own_words):
    """As in a large commons: more words can be mistaken for parts."""
    known = own_words | {part for parts in RIGHT.values() for part in parts}
    precision, recall = precision_and_recall(Splitter(known, searching_in("nl")))
    assert precision >= 0.98
    assert recall >= 0.97


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("burgerparticipatie", ("burger", "participatie")),
        ("bestuursakkoord", ("bestuur", "akkoord")),  # no "bestuurs"
        ("gemeenteraadslid", ("gemeente", "raad", "lid")),  # three parts, and a sound between two
        ("kinderopvang", ("kind", "opvang")),  # -er-
        ("buurthuis", ("buurt", "huis")),  # no "buur thuis"
        ("bestuur", ()),  # no "best uur"
        ("overheid", ()),
        ("samenwerking", ()),
        ("achterstand", ()),
    ],
)
def test_where_a_word_is_split(word, parts):
    splitter = Splitter({"akkoord", "thuis", "buur", "best", "stand", "acht", "samen", "over"}, searching_in("nl"))
    assert splitter.split(word) == parts


def test_a_language_without_links_has_no_compounds():
    assert Splitter({"rain", "bow", "rainbow"}, Searching()).split("rainbow") == ()
    assert searching_in("xx") == Searching()


def test_the_parts_of_a_text_leave_out_what_stands_there_itself():
    splitter = Splitter({"traject"}, searching_in("nl"))
    assert compound_parts("Een participatietraject met participatie", splitter) == ["traject"]
    assert compound_parts("Succesfactoren", splitter) == ["succesfactor"]


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("buurten", "buurt"), ("raden", "raad"), ("budgetten", "budget"), ("brieven", "brief"), ("huizen", "huis"),
     ("gemeenten", "gemeente"), ("tips", "tip"), ("pagina's", "pagina")],
)  # fmt: skip
def test_singulars(plural, singular):
    assert singular in singulars(plural)


def test_words_whose_plural_the_stemmer_takes_for_another():
    assert missed("indicatoren") == {"indicator"}
    assert missed("oren") == missed("buurten") == set()
