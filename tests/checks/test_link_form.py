"""A link to a page names it as folder/name, or as the path of its file from where the link stands."""

import pytest

from commons import page, problems_of

PAGE = "commons/tips/kort.md"


@pytest.mark.parametrize("target", ["methods/intervisie.md", "methods/intervisie/", "methods/intervisie.md#stappen"])
def test_problem(tmp_path, target):
    found = problems_of(tmp_path, {PAGE: page(body=f"Zie [intervisie]({target}).\n")})
    assert found == [f"{PAGE}:7:18 link-form"]


@pytest.mark.parametrize(
    "target", ["methods/intervisie", "methods/intervisie#stappen", "../methods/intervisie.md", "methods/", "themes/"]
)
def test_no_problem(tmp_path, target):
    assert problems_of(tmp_path, {PAGE: page(body=f"Zie [intervisie]({target}).\n")}) == []
