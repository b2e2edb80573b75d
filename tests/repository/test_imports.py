"""No step of the flow imports a later one (the contracts are in pyproject.toml)."""


def test_layers(assert_clean):
    assert_clean("lint-imports", "--no-cache")
