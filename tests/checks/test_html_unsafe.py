import pytest

from commons import found_by, page, said_by

CODE = "html-unsafe"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(body="Een <br> en <abbr title='a'>b</abbr>.\n"),
        page(body="`<script>` en\n\n```html\n<iframe onload=x>\n```\n"),
        page(body="[a](https://a.be) [b](mailto:a@b.be) ![c](d.png) <https://e.be>\n"),
        page(body="1 < 2, on = aan\n"),
        page(body="<scripted>\n"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(body="<script>alert(1)</script>\n"), ["7:1"]),
        (page(body="Eerst.\n\n  <IFRAME src=x>\n"), ["9:3"]),
        (page(body="<p onclick='x'>a</p> <img/onerror=x>\n"), ["7:4", "7:27"]),
        (page(body="[a](javascript:alert(1))\n"), ["7:5"]),
        (page(body="[a](JaVa&#115;cript:x) [b](<java\tscript:x>)\n"), ["7:5", "7:29"]),
        (page(body='<img src="data:image/png;base64,AA">\n'), ["7:11"]),
        (page(body="[a]: vbscript:x\n"), ["7:6"]),
        (page(body="Los ` teken.\n\n<script>\n\nnog een ` teken\n"), ["9:1"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="<script>alert(1)</script>\n")}) == [
        "The HTML tag <script> is not allowed.\n"
        "Remove it. If you meant to show it as an example, put it between `backticks`."
    ]
