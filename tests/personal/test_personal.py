"""What the scanners take for a number or address of a person, and what they pass over."""

import time

import pytest
from gemeengoed.personal.addresses import disguised, find_email_addresses
from gemeengoed.personal.bank_accounts import find_bank_accounts
from gemeengoed.personal.national_numbers import find_national_numbers
from gemeengoed.personal.phone_numbers import find_phone_numbers
from hypothesis import given
from hypothesis import strategies as st

SCANNERS = (find_email_addresses, find_bank_accounts, find_national_numbers, find_phone_numbers)

PHONES = (
    "0475 12 34 56", "0475/12.34.56", "0475/12 34 56", "0475123456", "+32 475 12 34 56", "+32(0)475 12 34 56",
    "+32 (0)9 123 45 67", "0032 475 12 34 56", "+32475123456", "09 223 45 67", "09/223.45.67", "(09) 223 45 67",
    "02-512 34 56", "050 12 34 56", "09 123 45 67", "06-12345678", "06 12 34 56 78", "020-6241111", "(020) 624 11 11",
    "+31 6 12345678", "+31 (0)20 624 1111", "+33 1 42 68 53 00", "0475\u00a012\u00a034\u00a056",
)  # fmt: skip

NO_PHONES = (
    "2017", "2019-2020", "2019 2020 2021", "44021 en 41002", "€ 1.000.000,00", "€ 0,50", "0.123.456.789",
    "978-90-1234-567-8", "ISBN 0-19-852663-6", "CC-BY-NC-SA-4.0", "0.1.2.3.4.5.6.7.8", "01/02/2026 - 03/04/2026",
    "01-02-2026 12:00", "2026-01-05/2026-03", "van 09.00 tot 12.30", "09.00 - 10.30 uur", "0403.170.701",
    "BE 0403.170.701", "KBO 0403170701", "ondernemingsnummer: 0403 170 701", "0000-0002-1825-0097",
    "https://x.be/0475123456", "10.1000/0475123456", "0475123456abc", "NL91 ABNA 0417 1643 00", "85.07.30-033.28",
    "100 000 000", "00 01 02 03 04 05 06 07", "3,0475123456",
)  # fmt: skip


@pytest.mark.parametrize("number", PHONES)
def test_a_telephone_number(number):
    text = f"Bel {number}, of kom langs."
    assert [(found.offset, found.text) for found in find_phone_numbers(text)] == [(4, number)]


@pytest.mark.parametrize("text", NO_PHONES)
def test_what_is_no_telephone_number(text):
    assert list(find_phone_numbers(f"Zie {text}.")) == []


@pytest.mark.parametrize("between", [" of ", " - ", " / ", ", ", "\n"])
def test_two_telephone_numbers(between):
    text = f"0475 12 34 56{between}09 223 45 67"
    assert [found.text for found in find_phone_numbers(text)] == ["0475 12 34 56", "09 223 45 67"]


@pytest.mark.parametrize(("text", "found"), [
    ("rekening BE68 5390 0754 7034 BIC KREDBEBB", "BE68 5390 0754 7034"),
    ("be68-5390-0754-7034.", "be68-5390-0754-7034"),
    ("(GB29 NWBK 6016 1331 9268 19)", "GB29 NWBK 6016 1331 9268 19"),
    ("MT84 MALT 0110 0001 2345 MTLC AST0 01S en zo", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"),
    ("xBE68539007547034", None),
    ("https://x.be/BE68539007547034", None),
    ("BE68 5390 0754 7035", None),
    ("ZZ68 5390 0754 7034", None),
])  # fmt: skip
def test_a_bank_account(text, found):
    assert [account.text for account in find_bank_accounts(text)] == ([found] if found else [])


@pytest.mark.parametrize(("text", "found"), [
    ("nr. 85.07.30 033-28.", "85.07.30 033-28"),
    ("85 07 30 033 28", "85 07 30 033 28"),
    ("185073003328", None),
    ("x85073003328", None),
    ("850730033281", None),
])  # fmt: skip
def test_a_national_number(text, found):
    assert [number.text for number in find_national_numbers(text)] == ([found] if found else [])


@pytest.mark.parametrize(("text", "found"), [
    ("mail an.peeters+x@stad-gent.be.", "an.peeters+x@stad-gent.be"),
    ("contact:info@gemeente.be", "info@gemeente.be"),
    ("an@gemeente.be: vraag maar", "an@gemeente.be"),
    ("@wij@sociaal.be", None),
    ("https://sociaal.be/@wij.nu", None),
    ("https://wij@forge.be/x", None),
    ("git@forge.be:wij/x.git", None),
    ("bord@2x.png", None),
    ("pakket@1.2.3", None),
    ("an@example.org", None),
    ("an@gemeente", None),
])  # fmt: skip
def test_an_email_address(text, found):
    assert [address.text for address in find_email_addresses(text)] == ([found] if found else [])


@pytest.mark.parametrize("scanner", SCANNERS)
@pytest.mark.parametrize(
    "piece", ["0", "0 ", "a", "a@", "@", "AB12", "AB12 ", "04.", "(0", "+32 ", "85.07.30-", "a.b@c."]
)
def test_no_text_takes_long(scanner, piece):
    start = time.perf_counter()
    list(scanner(piece * (200_000 // len(piece))))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mail:an@gemeente.be", "Mail:an [at] gemeente.be"),
        ("'an@gemeente.be'", "'an [at] gemeente.be'"),
        ("an@gemeente.be/jan@gemeente.be", "an [at] gemeente.be/jan [at] gemeente.be"),
        ("an@gemeente.be:bel mij", "an [at] gemeente.be:bel mij"),
        ("jan_@gemeente.be en a-@gemeente.be", "jan_ [at] gemeente.be en a- [at] gemeente.be"),
        ('<a href="https://x.be/">an@gemeente.be</a>', '<a href="https://x.be/">an [at] gemeente.be</a>'),
        ("git@forge.be:kring/commons, @jan@sociaal.be", None),
        ("https://sociaal.be/@jan en https://x.be/?m=an@gemeente.be", None),
        ("<https://sociaal.be/@jan>, an@gemeente.be", "<https://sociaal.be/@jan>, an [at] gemeente.be"),
    ],
)
def test_an_address_that_programs_cannot_gather(text, shown):
    assert disguised(text) == (shown or text)


BEFORE = ("", "Mail:", "'", "/", "<", "(", "x", "jan_", "(mailto:", "+", "https://x.be/?m=")
BEHIND = ("", "'", "/", ">", ":", ".", ":bel", ")", "/jan@gemeente.be", "?subject=x)", ".Meer")
AN_ADDRESS = st.tuples(st.sampled_from(BEFORE), st.just("an@gemeente.be"), st.sampled_from(BEHIND)).map("".join)


@given(st.lists(AN_ADDRESS, min_size=1, max_size=5).map(" ".join))
def test_what_the_check_finds_is_disguised(text):
    shown = disguised(text)
    assert not list(find_email_addresses(shown)), shown
