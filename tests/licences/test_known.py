from collections.abc import Mapping

import pytest
from gemeengoed.licences import LICENCES, find_licence, identifiers, is_known, spdx_identifiers
from gemeengoed.licences.compatibility import CREATIVE_COMMONS_LICENCES
from gemeengoed.licences.known import CREATIVE_COMMONS, OWN_REFERENCE

KNOWN: Mapping[str, tuple[str, ...]] = {
    "CC-BY-4.0": ("CC-BY-4.0",),
    "CC-BY-SA-3.0-NL OR MIT": (),
    "CC-BY-3.0-NL": ("CC-BY-3.0-NL",),
    "EUPL-1.2": ("EUPL-1.2",),
    "LicenseRef-Eigen": ("LicenseRef-Eigen",),
    "LicenseRef-Eigen OR MIT": ("LicenseRef-Eigen", "MIT"),
    "(CC-BY-4.0 AND MIT) OR CC0-1.0": ("CC-BY-4.0", "MIT", "CC0-1.0"),
    "GPL-3.0-only WITH Classpath-exception-2.0": ("GPL-3.0-only WITH Classpath-exception-2.0",),
    "cc-by-4.0": (),
    "cc-by-4.0 OR MIT": (),
    "GPL-3.0": (),
    "CC-BY-9.0": (),
    "Creative Commons": (),
    "CC BY 4.0": (),
    "MIT AND": (),
    "(MIT": (),
    "": (),
    " ": (),
}


@pytest.mark.parametrize("expression", KNOWN)
def test_an_expression_is_known_when_each_identifier_is_and_is_written_as_listed(expression):
    assert is_known(expression) == bool(KNOWN[expression])
    if KNOWN[expression]:
        assert identifiers(expression) == KNOWN[expression]


def test_every_licence_has_an_spdx_identifier_and_the_words_that_fit_it():
    for name, licence in LICENCES.items():
        assert licence.spdx == name
        assert name in spdx_identifiers() or name.startswith(OWN_REFERENCE)
        assert licence.url.startswith("https://")
        assert licence.may


def test_older_licences_of_creative_commons_are_found_with_their_deed():
    found = find_licence("CC-BY-NC-SA-3.0-IGO")
    assert found is not None
    assert found.url == "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/"
    assert found.badge == "CC BY-NC-SA 3.0 IGO"
    assert find_licence("MIT") is None


def test_the_creative_commons_licences_of_the_table_are_those_of_the_spdx_list():
    assert {name for name in spdx_identifiers() if CREATIVE_COMMONS.fullmatch(name)} == CREATIVE_COMMONS_LICENCES
