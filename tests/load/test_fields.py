"""What is right in a record is kept, what is wrong is told once, where it stands."""

import pytest
from gemeengoed.kinds import KINDS, REGISTERS
from gemeengoed.kinds.declare import references
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.tip import Tip
from gemeengoed.load.fields import read_record, renumber
from gemeengoed.load.positions import read_yaml
from hypothesis import given, settings
from hypothesis import strategies as st

COMPLETE = "title: T\nsummary: S\nauthors: [a]\nthemes: [t]\n"


def read(model, text):
    data, places, _ = read_yaml(text)
    record, found = read_record(model, data, places)
    return record, [(defect.code, defect.place) for defect in found.defects], renumber(places, found.left)


def test_a_record_without_fault():
    record, defects, _ = read(Tip, COMPLETE + "keywords: [2026, ja]\n")
    assert (record.title, record.keywords, defects) == ("T", ("2026", "ja"), [])


def test_the_wrong_entries_of_a_list_go_and_the_others_keep_their_places():
    text = COMPLETE + "related:\n  - [x]\n  - b\n  - {y: z}\n  - c\n  -\n    - d\n  - e\n"
    record, defects, places = read(Tip, text)
    assert record.related == ("b", "c", "e")
    assert defects == [("field-type", (6, 5)), ("field-type", (8, 5)), ("field-type", (11, 5))]
    assert [places.value("related", index) for index in range(3)] == [(7, 5), (9, 5), (12, 5)]


def test_lists_in_lists_are_counted_each_on_their_own():
    text = COMPLETE + "attended_by:\n  - x\n  - {organisation: a, count: nul}\n  - y\n  - {count: 3}\n"
    record, defects, places = read(Gathering, text)
    assert [(entry.organisation, entry.count) for entry in record.attended_by] == [("a", None), (None, 3)]
    assert defects[:3] == [("field-type", (6, 5)), ("field-value", (7, 30)), ("field-type", (8, 5))]
    assert ("field-missing", (9, 5)) in defects
    assert places.value("attended_by", 1, "count") == (9, 13)
    assert {loc: places.value(*loc) for loc, _, ref in references(record) if ref.register == "organisation"} == {
        ("attended_by", 0, "organisation"): (7, 20)
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("title:", ["field-missing"]),
        ("title: ''", ["field-missing"]),
        ("title: '  '", ["field-missing"]),
        ("title: [x]", ["field-type"]),
        (f"title: {'a' * 301}", ["field-value"]),
        ("authors: []", ["field-missing"]),
        ("authors: [[x]]", ["field-type"]),
        ("authors: [{x: y}, [z]]", ["field-type", "field-type"]),
        ("authors: x", ["field-list"]),
        ("audience:", []),
        ("sources:", []),
        ("credits: {inhoud: }", []),
        ("credits: {'[key]': x}", ["field-list"]),
        ("'[key]': x", ["field-unknown"]),
        ("'': x", ["field-unknown"]),
        ("translation_of: x", ["field-type"]),
        ("translation_of: {}", ["field-missing"] * 2),
        ("review_by: [2026]", ["field-type"]),
        ("language: [nl]", ["field-value"]),
    ],
)
def test_one_mistake_is_one_defect(text, codes):
    name = text.partition(":")[0]
    others = "".join(f"{line}\n" for line in COMPLETE.splitlines() if not line.startswith(f"{name}:"))
    assert [code for code, _ in read(Tip, others + text)[1]] == codes


VALUES = st.recursive(
    st.none() | st.sampled_from(["", " ", "a", "2026", "nl", "proven", "-1", "9" * 5_000, "1e999999", "\x1b"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["title", "item", "x", "[key]"]), inner)
    ),
    max_leaves=12,
)
MODELS = [*(kind.fields for kind in KINDS), *(register.fields for register in REGISTERS)]


@given(st.data())
@settings(max_examples=300)
def test_no_shape_is_too_odd(data):
    model = data.draw(st.sampled_from(MODELS))
    names = st.sampled_from(sorted(model.model_fields)) | st.sampled_from(["x", "[key]", "", "0"])
    shape = data.draw(st.dictionaries(names, VALUES))
    record, found = read_record(model, shape, read_yaml("")[1])
    assert isinstance(record, model)
    again, more = read_record(model, record.model_dump(mode="json", exclude_unset=True), read_yaml("")[1])
    assert again == record
    assert {defect.code for defect in more.defects} <= {"field-missing"}
    assert all(defect.message.say(str) for defect in found.defects)
