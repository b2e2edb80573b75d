"""What a page is made of is noted, also where it was made before for another page."""

from gemeengoed.stage.trace import Watched, remember, watching


def test_who_gets_what_was_remembered_depends_on_what_it_was_made_of():
    themes, made = Watched("themes", {"zorg": "Zorg"}), {}
    with watching() as first:
        assert remember(made, "zorg", lambda: themes["zorg"].upper()) == "ZORG"
    with watching() as second:
        assert remember(made, "zorg", lambda: themes["zorg"].upper()) == "ZORG"
    assert first == second == {"themes zorg"}
