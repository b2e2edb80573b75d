"""pandoc's tree of a document, brought down to what a page can hold; what has no place is named.

Form: pandoc-types (Text.Pandoc.Definition). A node is ``{"t": type, "c": content}``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from gemeengoed.i18n import Message, message

Node = dict[str, Any]
Picture = Callable[[str, str], tuple[str, str]]
NO_ATTRIBUTES: Final = ["", [], []]

_LOST: Final = {
    "raw": message("Pieces that were made for another program were left out ({count})."),
    "merged": message("Tables with merged cells: every cell stands on its own now ({count})."),
    "nested": message("Cells of tables with lists or several paragraphs: they are on one line now ({count})."),
    "unheaded": message("Tables without a row of headings: the first row is that now ({count})."),
    "underline": message("Underlined words are plain now, since readers take them for links ({count})."),
    "struck": message("Words that were struck through are plain now: look whether they should stay ({count})."),
    "inside": message("Links to a place inside the document are plain words now ({count})."),
    "formula": message("Formulas stand there as code ({count})."),
}


@dataclass
class Trimmed:
    """What a tree holds that must be known: its pictures with their alternative texts, and what was lost."""

    counts: Counter[str] = field(default_factory=Counter)
    pictures: dict[str, str] = field(default_factory=dict)

    def lost(self) -> list[Message]:
        """What was lost, each with how often."""
        return [message(_LOST[name].text, count=count) for name, count in sorted(self.counts.items())]


def trim(blocks: list[Node], level: int, picture: Picture) -> tuple[list[Node], Trimmed]:
    """The blocks with the highest heading at ``level`` and nothing that Markdown of a page cannot say.

    ``picture`` gives for the name of a picture and its alternative text those beside the page; no name leaves it out.
    """
    made = Trimmed()
    levels = [node["c"][0] for node in blocks if node["t"] == "Header"]
    down = level - min(levels) if levels else 0
    return _blocks(blocks, made, down, picture), made


def flat(blocks: list[Node]) -> list[Node]:
    """The blocks, with those of a division in the place of it."""
    return [inner for block in blocks for inner in (flat(block["c"][1]) if block["t"] == "Div" else [block])]


def plain(nodes: Any) -> str:
    """The words of inlines or blocks."""
    if isinstance(nodes, list):
        return "".join(plain(node) for node in nodes)
    if not isinstance(nodes, dict) or "t" not in nodes:
        return ""
    kind: str = nodes["t"]
    content: Any = nodes.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Para", "Plain", "Header"):
        return plain(content) + " "
    if kind in ("Code", "Math"):
        return str(content[1])
    return plain(content) if kind not in ("RawInline", "RawBlock", "Note") else ""


def _blocks(nodes: list[Node], made: Trimmed, down: int, picture: Picture) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found += _block(node, made, down, picture)
    return found


def _block(node: Node, made: Trimmed, down: int, picture: Picture) -> list[Node]:
    kind: str = node["t"]
    content: Any = node.get("c")

    def inner(blocks: list[Node]) -> list[Node]:
        return _blocks(blocks, made, down, picture)

    def words(inlines: list[Node]) -> list[Node]:
        return _inlines(inlines, made, inner, picture)

    if kind == "Header":
        number = min(6, max(2, content[0] + down))
        text = words(content[2])
        return [{"t": "Header", "c": [number, NO_ATTRIBUTES, text]}] if plain(text).strip() else []
    if kind in ("Para", "Plain"):
        text = words(content)
        return [{"t": kind, "c": text}] if text else []
    if kind == "LineBlock":
        return [{"t": "LineBlock", "c": [words(line) for line in content]}]
    if kind == "Div":
        return inner(content[1])
    if kind == "Figure":
        caption, shown = words(_inlines_of(content[1][1])), inner(content[2])
        is_said = not caption or " ".join(plain(caption).split()) in {" ".join(plain(shown).split())}
        return [*shown, *([] if is_said else [{"t": "Para", "c": [{"t": "Emph", "c": caption}]}])]
    if kind == "BlockQuote":
        return [{"t": kind, "c": inner(content)}]
    if kind == "BulletList":
        items = [item for item in map(inner, content) if item]
        return [{"t": kind, "c": items}] if items else []
    if kind == "OrderedList":
        items = [item for item in map(inner, content[1]) if item]
        return [{"t": kind, "c": [[content[0][0], {"t": "Decimal"}, {"t": "Period"}], items]}] if items else []
    if kind == "DefinitionList":
        return [{"t": kind, "c": [[words(term), [inner(one) for one in meant]] for term, meant in content]}]
    if kind == "Table":
        return _table(content, made, words)
    if kind == "RawBlock":
        made.counts["raw"] += 1
        return []
    return [{"t": "CodeBlock", "c": [NO_ATTRIBUTES, content[1]]}] if kind == "CodeBlock" else [node]


def _inlines(
    nodes: list[Node], made: Trimmed, inner: Callable[[list[Node]], list[Node]], picture: Picture
) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in ("Str", "Space", "SoftBreak", "LineBreak"):
            found.append(node)
        elif kind in ("Emph", "Strong"):
            found.append({"t": kind, "c": _inlines(content, made, inner, picture)})
        elif kind in ("Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"):
            made.counts["underline"] += kind == "Underline"
            made.counts["struck"] += kind == "Strikeout"
            found += _inlines(content, made, inner, picture)
        elif kind in ("Span", "Quoted", "Cite"):
            words = _inlines(content[1], made, inner, picture)
            found += [_text("“"), *words, _text("”")] if kind == "Quoted" else words
        elif kind == "Link":
            words = _inlines(content[1], made, inner, picture)
            is_inside = content[2][0].startswith("#") or not content[2][0]
            made.counts["inside"] += is_inside
            found += words if is_inside else [{"t": "Link", "c": [NO_ATTRIBUTES, words, [content[2][0], ""]]}]
        elif kind == "Image":
            alt = " ".join(plain(content[1]).split())
            name, alt = picture(content[2][0], alt)
            if name:
                made.pictures[name] = alt
                found.append({"t": "Image", "c": [NO_ATTRIBUTES, [_text(alt)] if alt else [], [name, ""]]})
        elif kind == "Note":
            found.append({"t": "Note", "c": inner(content)})
        elif kind in ("Code", "Math"):
            made.counts["formula"] += kind == "Math"
            found.append({"t": "Code", "c": [NO_ATTRIBUTES, content[1]]})
        else:
            made.counts["raw"] += 1
    made.counts += Counter()  # keeps only what is more than none
    return found


def _text(text: str) -> Node:
    return {"t": "Str", "c": text}


def _table(content: list[Any], made: Trimmed, words: Callable[[list[Node]], list[Node]]) -> list[Node]:
    """A table with one row of headings and a line in every cell, as Markdown can have it; the caption above it."""
    _, caption, columns, head, bodies, foot = content
    rows = [*head[1], *(row for body in bodies for row in [*body[2], *body[3]]), *foot[1]]
    width = len(columns)
    cells = [_row(row, width, made, words) for row in rows]
    if not cells:
        return []
    made.counts["unheaded"] += not head[1]
    made.counts += Counter()
    named = words(_inlines_of(caption[1]))
    above = [{"t": "Para", "c": [{"t": "Strong", "c": named}]}] if named else []
    table = [NO_ATTRIBUTES, [None, []], [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width]
    body = [[NO_ATTRIBUTES, 0, [], [_as_row(row) for row in cells[1:]]]]
    return [*above, {"t": "Table", "c": [*table, [NO_ATTRIBUTES, [_as_row(cells[0])]], body, [NO_ATTRIBUTES, []]]}]


def _row(row: list[Any], width: int, made: Trimmed, words: Callable[[list[Node]], list[Node]]) -> list[list[Node]]:
    found: list[list[Node]] = []
    for _, _, rows, columns, blocks in row[1]:
        made.counts["merged"] += rows > 1 or columns > 1
        made.counts["nested"] += len(blocks) > 1 or any(block["t"] not in ("Plain", "Para") for block in blocks)
        found += [_one_line(words(_inlines_of(blocks))), *([[]] * (columns - 1))]
    return [*found, *([[]] * width)][:width]


def _one_line(inlines: list[Node]) -> list[Node]:
    return [{"t": "Space"} if node["t"] in ("LineBreak", "SoftBreak") else node for node in inlines]


def _inlines_of(blocks: Any) -> list[Node]:
    """The inlines of blocks, a space between two of them; of a table inside, its words."""
    found: list[Node] = []
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, list):
            pieces = _inlines_of(block)
        elif block["t"] in ("Para", "Plain"):
            pieces = block["c"]
        elif block["t"] in ("BulletList", "BlockQuote"):
            pieces = _inlines_of(block["c"])
        elif block["t"] == "OrderedList":
            pieces = _inlines_of(block["c"][1])
        else:
            text = " ".join(plain(block.get("c")).split())
            pieces = [_text(text)] if text else []
        found += [*([{"t": "Space"}] if found and pieces else []), *pieces]
    return found


def _as_row(cells: list[list[Node]]) -> list[Any]:
    return [
        NO_ATTRIBUTES,
        [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]] for cell in cells],
    ]
