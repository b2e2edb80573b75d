import pytest
from gemeengoed.settings import Settings, SettingsError, read_settings
from hypothesis import given
from hypothesis import strategies as st


def read(root, text):
    (root / "mkdocs.yml").write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return read_settings(root)


def test_defaults(tmp_path):
    assert read(tmp_path, "") == Settings()
    assert read(tmp_path, "plugins: [search, gemeengoed]") == Settings()
    assert read(tmp_path, "plugins:\n  - gemeengoed:\n") == Settings()


@pytest.mark.parametrize(
    "plugins",
    ["[{gemeengoed: {language: en}}]", "{gemeengoed: {language: en}}", "[search, {gemeengoed: {language: en}}]"],
)
def test_both_ways_to_write_plugins(tmp_path, plugins):
    assert read(tmp_path, f"plugins: {plugins}").language == "en"


def test_variables_and_tags_of_mkdocs(tmp_path, monkeypatch):
    monkeypatch.setenv("ADRES", "https://a.be/")
    text = "site_url: !ENV [ADRES, x]\nrepo_url: !ENV [ER_NIET, https://b.be]\n"
    text += "x: !!python/name:os.system\ny: !eigen z\n"
    found = read(tmp_path, text)
    assert (found.site_url, found.repo_url) == ("https://a.be/", "https://b.be")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a", "name: value"),
        ("tekst", "name: value"),
        ("a: [", "cannot be read"),
        ("a: \x01", "cannot be read"),
        (b"a: \xff", "cannot be read"),
        ("a: " + "[" * 100_000, "cannot be read"),
        ("site_name: 2026-02-30", "cannot be read"),
        (f"x: {'1' * 5_000}", "cannot be read"),
        ("x: !!timestamp y", "cannot be read"),
        ("? [a]\n: b", "cannot be read"),
        ("site_name: [a]", "site_name"),
        ("plugins: 5", "must be a list"),
        ("plugins: [{gemeengoed: tekst}]", "plugins must be a list"),
        ("plugins: [{gemeengoed: [a]}]", "plugins must be a list"),
        ("plugins: [{gemeengoed: {taal: nl}}]", "taal"),
        ("plugins: [{gemeengoed: {language: xx}}]", "language"),
        ("plugins: [{gemeengoed: {5: x}}]", "5"),
        ("plugins: [{gemeengoed: {limits: {markdown_bytes: -1}}}]", "limits.markdown_bytes"),
        ("plugins: [{gemeengoed: {licences: {allowed: MIT}}}]", "licences.allowed"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, said):
    with pytest.raises(SettingsError, match=r"mkdocs\.yml") as error:
        read(tmp_path, text)
    assert said in str(error.value)


@pytest.mark.parametrize("name", ["", "mkdocs.yml/x"])
def test_no_file(tmp_path, name):
    (tmp_path / name).mkdir(parents=True, exist_ok=True)
    with pytest.raises(SettingsError):
        read_settings(tmp_path)


WORDS = [*"[]{}'5\n", "plugins", "gemeengoed", "checks", "limits", "site_name", ": ", "- ", "  ", ", ", "!ENV "]
WORDS += ["!!bool ", "!!int ", "!!python/name:x", "&a ", "*a", "<<: ", "nl", "~", "2026-02-30", "\x01", "? "]


@given(st.text() | st.binary() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_no_file_is_too_odd(tmp_path_factory, text):
    try:
        assert isinstance(read(tmp_path_factory.getbasetemp(), text), Settings)
    except SettingsError as error:
        assert str(error)
