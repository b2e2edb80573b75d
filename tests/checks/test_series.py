from commons import found_by, page

CODE = "series"
NETWORK = {f"commons/networks/{name}.md": page("type: locon") for name in "ab"}


def gathering(start, number, of=5, network="a", following=""):
    more = f"\nnext: gatherings/{following}" if following else ""
    return page(f"network: networks/{network}\nstart: {start}\nseries: {{number: {number}, of: {of}}}{more}")


def of(root, **gatherings):
    return found_by(
        CODE, root, {**NETWORK, **{f"commons/gatherings/{name}.md": text for name, text in gatherings.items()}}
    )


def test_a_series_so_far_has_no_problem(tmp_path):
    assert of(tmp_path, x=gathering("2026-01", 1), y=gathering("2026-02", 2)) == []


def test_a_number_twice(tmp_path):
    found = of(tmp_path, x=gathering("2026-01", 1), y=gathering("2026-02", 2), z=gathering("2026-03", 2))
    assert found == ["commons/gatherings/z.md:8:18"]


def test_a_number_that_is_missing(tmp_path):
    found = of(tmp_path, x=gathering("2026-01", 1), y=gathering("2026-02", 3))
    assert found == ["commons/gatherings/y.md:8:18"]


def test_a_number_above_the_total(tmp_path):
    found = of(tmp_path, x=gathering("2026-01", 1, of=1), y=gathering("2026-02", 2, of=1))
    assert found == ["commons/gatherings/y.md:8:18"]


def test_the_series_of_two_networks_and_of_two_years(tmp_path):
    one = {f"x{number}": gathering(f"2025-0{number}", number) for number in (1, 2)}
    two = {f"y{number}": gathering(f"2026-0{number}", number) for number in (1, 2)}
    assert of(tmp_path, **one, **two, z=gathering("2025-01", 1, network="b")) == []


def test_two_series_side_by_side_that_say_what_comes_next(tmp_path):
    found = of(
        tmp_path,
        a1=gathering("2026-01", 1, following="a2"),
        b1=gathering("2026-02", 1, following="b2"),
        a2=gathering("2026-03", 2),
        b2=gathering("2026-04", 2),
    )
    assert found == []


def test_a_total_that_changes_on_the_way(tmp_path):
    found = of(tmp_path, x=gathering("2026-01", 1, following="y"), y=gathering("2026-02", 2, of=6))
    assert "commons/gatherings/x.md:8:25" in found
