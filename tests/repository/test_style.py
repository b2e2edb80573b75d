"""Style and types, as pyproject.toml sets them; `make lint` puts right what can be put right without a person."""


def test_lint(assert_clean):
    assert_clean("ruff", "check", "--no-cache", ".")


def test_format(assert_clean):
    assert_clean("ruff", "format", "--no-cache", "--check", ".")


def test_types(assert_clean):
    assert_clean("mypy")
