"""Generates a commons of any size: the same seed gives the same bytes.

    python tooling/benchmarks/corpus.py DIR --items 10000 --commits 20000 --seed 1

All ten kinds, references and links between them, 1,000 contributors, and the organisations and vocabulary of this
repository. Bodies are of about 250 words, drawn from the words of the repository's own pages as often as they occur
there, so that they look like Dutch to whatever measures words. The commons has no errors.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parents[2]
CONTRIBUTORS = 1000
SHARES = {
    "networks": 2, "practices": 22, "methods": 15, "tips": 15, "questions": 12, "answers": 13, "experiences": 9,
    "gatherings": 6, "initiatives": 3, "collections": 3,
}  # fmt: skip
"""How many of every hundred items are of a kind."""

_COPIED = ("mkdocs.yml", "commons/organisations.yaml", "commons/vocabulary.yaml", "REUSE.toml")
_LICENCES = ("CC-BY-NC-SA-4.0", "CC0-1.0")
_NAMES = ("Aïcha", "An", "Bram", "Els", "Fatima", "Geert", "Hanne", "Imane", "Joris", "Leen", "Mohamed", "Noor", "Tom")
_SURNAMES = ("Aerts", "Baert", "Claes", "De Wit", "Dubois", "El Amrani", "Jacobs", "Maes", "Peeters", "Smets", "Yilmaz")


def own_settings() -> str:
    """This repository's ``mkdocs.yml``, without pictures for sharing: no peer draws them."""
    text = (REPOSITORY / _COPIED[0]).read_text("utf-8")
    return re.sub(r"^ +social_cards: true.*\n", "", text, flags=re.MULTILINE)


def write_corpus(root: Path, items: int, seed: int = 1) -> dict[str, str]:
    """Write a commons of so many items into ``root``; returns the text of every item by its path."""
    files = Corpus(items, seed)
    for name in _COPIED:
        _write(root, name, (REPOSITORY / name).read_text("utf-8"))
    _write(root, _COPIED[0], own_settings())
    for name in _LICENCES:
        _write(root, f"LICENSES/{name}.txt", (REPOSITORY / f"LICENSES/{name}.txt").read_text("utf-8"))
    for name in re.findall(
        r"^ +- (?:\w+: )?([a-z-]+)\.md$", (REPOSITORY / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    ):
        _write(root, f"docs/{name}.md", f"---\ntitle: {name.capitalize()}\n---\n\nDit is een proef.\n")
    _write(root, "contributors.yaml", files.contributors())
    texts = dict(files.items())
    for path, text in texts.items():
        _write(root, path, text)
    return texts


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@dataclass(frozen=True)
class Corpus:
    """What a corpus of so many items holds."""

    count: int
    seed: int

    @cached_property
    def refs(self) -> dict[str, list[str]]:
        """The references of all items, by folder."""
        some = {folder: max(2, self.count * share // 100) for folder, share in SHARES.items()}
        some["practices"] += self.count - sum(some.values())
        return {
            folder: [f"{folder}/{'-'.join(self._words(f'{folder}{n}', 3))}-{n}" for n in range(number)]
            for folder, number in some.items()
        }

    @cached_property
    def everything(self) -> list[str]:
        """The references of all items."""
        return [ref for refs in self.refs.values() for ref in refs]

    @cached_property
    def parties(self) -> list[str]:
        """The identifiers of the contributors."""
        return [f"bijdrager-{number}" for number in range(CONTRIBUTORS)]

    @cached_property
    def registers(self) -> dict[str, list[str]]:
        """The identifiers of organisations, themes, skills and regions."""
        vocabulary = yaml.load((REPOSITORY / _COPIED[2]).read_text("utf-8"), yaml.CSafeLoader)
        organisations = yaml.load((REPOSITORY / _COPIED[1]).read_text("utf-8"), yaml.CSafeLoader)
        return {"organisations": list(organisations), **{name: list(terms) for name, terms in vocabulary.items()}}

    @cached_property
    def vocabulary(self) -> tuple[list[str], list[int]]:
        """Words, and how often each and those before it occur in the pages of this repository."""
        pages = sorted(REPOSITORY.glob("commons/*/*.md"))
        bodies = (page.read_text("utf-8").split("---", 2)[2] for page in pages)
        counts = Counter(word for body in bodies for word in re.findall(r"\b[a-zà-ÿ]{2,}\b", body))
        words = sorted(counts)
        return words, list(accumulate(counts[word] for word in words))

    def contributors(self) -> str:
        """The register of contributors, every one of whom agreed to everything."""
        chance = random.Random(f"{self.seed}-contributors")
        data = {
            name: {
                "name": f"{chance.choice(_NAMES)} {chance.choice(_SURNAMES)}",
                "organisations": [chance.choice(self.registers["organisations"])],
                "skills_offered": chance.sample(self.registers["skills"], 2),
                "consent": {
                    "on": "2026-01-15",
                    "scope": ["name", "organisation", "skills"],
                    "licences": ["CC-BY-NC-SA-4.0"],
                },
            }
            for name in self.parties
        }
        return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)

    def items(self) -> Iterator[tuple[str, str]]:
        """Path and text of every item."""
        for folder, refs in self.refs.items():
            for number, ref in enumerate(refs):
                chance = random.Random(f"{self.seed}-{ref}")
                fields = {**self._common(chance), **self._own(folder, number, chance)}
                yield f"commons/{ref}.md", f"---\n{front_matter(fields)}---\n\n{self._body(chance)}"

    def _common(self, chance: random.Random) -> dict[str, Any]:
        return {
            "title": self._sentence(chance, 5),
            "summary": f"{self._sentence(chance, 14)}.",
            "authors": chance.sample(self.parties, chance.choice((1, 1, 2))),
            "themes": chance.sample(self.registers["themes"], chance.choice((1, 2, 3))),
            "skills": chance.sample(self.registers["skills"], 2),
            "regions": [chance.choice(self.registers["regions"])],
            "organisations": [chance.choice(self.registers["organisations"])],
            "networks": [chance.choice(self.refs["networks"])],
            "credits": {chance.choice(self.registers["roles"]): [chance.choice(self.parties)]},
            "sources": [{"title": self._sentence(chance, 4), "author": "Vlaanderen.be", "relation": "cites"}],
            "keywords": self._pick(chance, 3),
            "related": chance.sample(self.everything, 3),
        }

    def _own(self, folder: str, number: int, chance: random.Random) -> dict[str, Any]:
        """The fields that a kind has of its own."""
        party, body = chance.choice(self.parties), chance.choice(self.registers["organisations"])
        day = f"{chance.randint(2017, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        network, questions = chance.choice(self.refs["networks"]), self.refs["questions"]
        match folder:
            case "practices":
                context = {"organisation": body, "period": f"{day[:4]}-Q1", "participants": self._sentence(chance, 5)}
                factors = [self._sentence(chance, 6) for _ in range(2)]
                return {"maturity": "trial", "context": context, "outcome": self._sentence(chance, 12),
                        "success_factors": factors, "obstacles": [self._sentence(chance, 6)]}  # fmt: skip
            case "methods":
                return {"purpose": self._sentence(chance, 12), "duration": {"min": 60, "max": 90},
                        "group_size": {"min": 5, "max": 8}, "materials": self._pick(chance, 3),
                        "difficulty": "easy", "when_not": self._sentence(chance, 10)}  # fmt: skip
            case "tips":
                return {"applies_to": self._pick(chance, 2)}
            case "questions":
                return {"asked_by": party, "asked_on": "2026-09-01", "state": "open"}
            case "answers":
                return {"question": questions[number % len(questions)], "by": party, "on": day}
            case "experiences":
                about = chance.choice(self.refs["practices"])
                return {"about": about, "organisation": body, "on": day[:7], "result": "worked"}
            case "networks":
                return {"type": "learning-network", "period": f"{day[:4]}/2025", "rhythm": self._sentence(chance, 5)}
            case "gatherings":
                return {"network": network, "start": day, "type": "learning-day", "format": "on-site",
                        "agenda": [{"topic": self._sentence(chance, 5)}],
                        "attended_by": [{"organisation": body, "count": 3}]}  # fmt: skip
            case "initiatives":
                roles = {role: [chance.choice(self.parties)] for role in
                         ("initiator", "manager", "process_facilitator", "coordinator")}  # fmt: skip
                return {"network": network, "promotor": party, "motivation": self._sentence(chance, 12),
                        "phase": "running", "start": day[:4], "roles": roles}  # fmt: skip
            case _:
                parts = [{"item": ref, "note": self._sentence(chance, 6)} for ref in chance.sample(self.everything, 5)]
                return {"type": "learning-path", "parts": parts}

    def _body(self, chance: random.Random) -> str:
        """Some 250 words: paragraphs, two headings, a list, two links to other items."""
        first, second = chance.sample(self.everything, 2)
        steps = "\n".join(f"{step}. {self._sentence(chance, 11)}." for step in range(1, 6))
        link, other = self._sentence(chance, 2), self._sentence(chance, 3)
        return (
            f"{self._paragraph(chance, 6)} Zie [{link}]({first}).\n\n{self._paragraph(chance, 6)}\n\n"
            f"## {self._sentence(chance, 3)}\n\n{steps}\n\n{self._paragraph(chance, 6)}\n\n"
            f"## {self._sentence(chance, 3)} nadien\n\n{self._paragraph(chance, 4)} Of lees [{other}]({second}).\n"
        )

    def _paragraph(self, chance: random.Random, sentences: int) -> str:
        return " ".join(f"{self._sentence(chance, chance.randint(7, 14))}." for _ in range(sentences))

    def _sentence(self, chance: random.Random, length: int) -> str:
        return " ".join(self._pick(chance, length)).capitalize()

    def _pick(self, chance: random.Random, number: int) -> list[str]:
        words, weights = self.vocabulary
        return chance.choices(words, cum_weights=weights, k=number)

    def _words(self, name: str, number: int) -> list[str]:
        """Words for a file name: without accents."""
        words = [word for word in self._pick(random.Random(f"{self.seed}-{name}"), number * 4) if word.isascii()]
        return words[:number] or ["pagina"]


def front_matter(fields: Mapping[str, Any]) -> str:
    """The fields as people write them: lists and mappings on one line."""
    return "".join(f"{name}: {_flow(value)}\n" for name, value in fields.items())


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_flow(entry)}' for name, entry in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(entry) for entry in value)}]"
    return str(value)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Generate a commons.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=0, help="With a git history of about so many commits.")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = write_corpus(options.root, options.items, options.seed)
    if options.commits:
        from corpus_history import write_history

        write_history(options.root, made, options.commits, options.seed)
    print(f"{len(made)} items in {options.root}")
