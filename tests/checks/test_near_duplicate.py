from commons import found_by, page, said_by

CODE = "near-duplicate"
ONE, TWO = "commons/practices/een.md", "commons/tips/twee.md"
TEXT = " ".join(
    f"De werkgroep bespreekt onderwerp{n} met bewoners van wijk{n} en noteert afspraak{n}." for n in range(12)
)
OTHER = " ".join(f"Een netwerk verzamelt ervaring{n} over dienst{n} en deelt uitkomst{n} daarna." for n in range(12))


def test_unchanged(tmp_path):
    assert found_by(CODE, tmp_path, {ONE: page(body=TEXT), TWO: page(body=OTHER)}) == []
    assert found_by(CODE, tmp_path, {ONE: page(body="Kort en gelijk."), TWO: page(body="Kort en gelijk.")}) == []


def test_problem(tmp_path):
    copy = f"Vooraf iets anders.\n\n{TEXT.replace('onderwerp5', 'kwestie').replace('wijk6', 'straat')}\n"
    assert found_by(CODE, tmp_path, {ONE: page(body=TEXT), TWO: page(body=copy)}) == [f"{TWO}:9:1"]


def test_a_part_of_a_longer_page(tmp_path):
    assert found_by(CODE, tmp_path, {ONE: page(body=f"{TEXT} {OTHER}"), TWO: page(body=OTHER)}) == [f"{TWO}:7:1"]


def test_pages_that_belong_together(tmp_path):
    newer = page("supersedes: [practices/een]", body=TEXT)
    assert found_by(CODE, tmp_path, {ONE: page(body=TEXT), TWO: newer}) == []
    assert found_by(CODE, tmp_path, {TWO: page("status: archived", body=TEXT)}) == []


def test_many_copies_name_the_first(tmp_path):
    files = {f"commons/tips/kopie-{number}.md": page(body=f"{TEXT} Nummer {number}.") for number in range(20)}
    assert len(found_by(CODE, tmp_path, files)) == 19
    assert all("'tips/kopie-0'" in said for said in said_by(CODE, tmp_path, files))


def test_message(tmp_path):
    said = said_by(CODE, tmp_path, {ONE: page(body=TEXT), TWO: page(body=TEXT)})
    assert said[0].startswith("100 % of this page also stands on 'practices/een', among it: 'De werkgroep bespreekt")
