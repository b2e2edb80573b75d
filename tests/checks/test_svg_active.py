import pytest

from commons import found_by, said_by

CODE = "svg-active"
FILE = "docs/tekening.svg"


def svg(inside, attributes=""):
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>\n{inside}\n</svg>\n"


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" fill="url(#verloop)"/><use xlink:href="#pijl"/>',
        '<a href="https://www.vlaanderen.be"><text>Vlaanderen</text></a>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a { fill: red; clip-path: url(#b) }</style>",
        '<animate attributeName="x" from="0" to="9"/>',
    ],
)
def test_unchanged(tmp_path, inside):
    assert found_by(CODE, tmp_path, {FILE: svg(inside)}) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT/>",
        "<foreignObject/>",
        '<path onload="x"/>',
        '<image xlink:href="https://a.be/x.png"/>',
        '<use href="andere.svg#a"/>',
        '<a href="java&#x0A;script:x"/>',
        '<a href="data:text/html,x"/>',
        '<image href="data:image/svg+xml;base64,AA=="/>',
        '<path style="fill: url(https://a.be/x)"/>',
        "<style>@import 'https://a.be/x.css';</style>",
        '<style><![CDATA[a { fill: url( "//a.be" ) }]]></style>',
        '<set attributeName="xlink:href" to="javascript:x"/>',
        '<animate attributeName="onclick" to="x"/>',
        '<animate attributeName="x" values="javascript:x"/>',
        "<iframe/>",
    ],
)
def test_problem(tmp_path, inside):
    assert found_by(CODE, tmp_path, {FILE: svg(inside)})[0].startswith(f"{FILE}:2:")


def test_the_root_acts_too(tmp_path):
    assert found_by(CODE, tmp_path, {FILE: svg("", 'onload="x"')}) == [f"{FILE}:1:1"]


def test_what_stands_around_it(tmp_path):
    sheet = '<?xml-stylesheet href="https://a.be/x.css"?>\n'
    assert found_by(CODE, tmp_path, {FILE: sheet + svg("")}) == [f"{FILE}:1:1"]
    entity = '<!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>\n'
    assert found_by(CODE, tmp_path, {FILE: entity + svg("&b;")}) == [f"{FILE}:1:27"]


@pytest.mark.parametrize("content", ["", "<svg>", b"\xff\xfe\0", '<?xml version="1.0" encoding="onbekend"?><svg/>'])
def test_broken(tmp_path, content):
    assert len(found_by(CODE, tmp_path, {FILE: content})) == 1


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: svg("<script/>")}) == [
        "The drawing holds <script>, which is more than drawing.\n"
        "Save it as 'plain' or 'optimised' SVG, or as a PNG picture."
    ]
