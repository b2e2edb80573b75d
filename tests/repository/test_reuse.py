"""Every file says under which licence it is (REUSE.toml)."""


def test_every_file_has_a_licence(assert_clean):
    assert_clean("reuse", "lint", "--lines")
