"""A commons that people work on: what each of its files may come to say, from one edit to the next."""

from __future__ import annotations

from hypothesis import strategies as st

from commons import BASE, CONTRIBUTORS, METHOD, SETTINGS, VOCABULARY, page

TIPS = [f"commons/tips/tip-{number}.md" for number in range(4)]
QUESTIONS = [f"commons/questions/vraag-{number}.md" for number in range(2)]
ANSWER = "commons/answers/antwoord.md"
TEXTS = [
    page("related: [tips/tip-1, methods/intervisie]", "Zie [de tip](tips/tip-2).\n", title="Participatietraject"),
    page("keywords: [traject]", "Kort.\n", title="Aa"),
    page("", "Een participatietraject met ![beeld](plaat.png).\n", title="Zz"),
    page("audience: members", "Voor leden: [tip](tips/tip-0).\n", title="Zeearend"),
    page("status: archived", "Oud.\n", title="Oude tip"),
    page("status: draft", "Nog niet.\n", title="Ontwerp"),
    page("licence: CC0-1.0\norganisations: [vzw-b]", "Vrij.\n", title="Vrije tip"),
    page("onbekend: 1", "Fout.\n", title="Foute tip"),
    page("related: [methods/intervisie]", "Een verwijzing.\n", title="Verwijst"),
    page("", "Zie [intervisie](methods/intervisie).\n", title="Verwijst ook"),
    page(f"language: en\ntranslation_of: {{item: tips/tip-0, hash: {'0' * 12}}}", "Short.\n", title="A tip"),
    page(f"language: en\ntranslation_of: {{item: tips/tip-1, hash: {'0' * 12}}}", "Short.\n", title="Another tip"),
    None,
]
ANSWERS = [page(f"question: questions/vraag-{n}\nby: redactie\non: 2026-0{n + 1}", f"Zo, {n}.\n") for n in range(2)]
ASKED = [page(f"state: {state}\nasked_by: redactie", "Hoe?\n", title=f"Hoe {state}") for state in ("open", "answered")]
ASKED.append(page("state: open\nasked_by: redactie\nnetworks: [networks/kring]", "Hoe?\n", title="Hoe in de kring"))
NETWORK = "commons/networks/kring.md"
NETWORKS = [page("type: community", title=title) for title in ("Kring", "De andere kring")]
NAMES = [CONTRIBUTORS, CONTRIBUTORS.replace("name: Redactie", "name: De redactie")]
_OTHER_TERMS = (("nl: Participatie,", "nl: Inspraak,"), ("Co-c", "Samen c"))
TERMS = [VOCABULARY, *(VOCABULARY.replace(*pair) for pair in _OTHER_TERMS)]
MENU = "nav: [index.md, tips/index.md]\n"
OTHER_MENU, OTHER_NAME = MENU.replace("tips", "methoden"), SETTINGS.replace("Proef", "Andere proef")
SMALL_PARTS = SETTINGS.replace("  - gemeengoed:\n", "  - gemeengoed:\n      limits: {listing_page: 2}\n")
ONE_LANGUAGE = SMALL_PARTS + MENU
TWO_LANGUAGES = ONE_LANGUAGE.replace("language: nl\nmark", "languages: [nl, en]\nmark")
SETTING = [TWO_LANGUAGES, ONE_LANGUAGE, TWO_LANGUAGES.replace(MENU, OTHER_MENU), OTHER_NAME + MENU]
OTHERS = {
    "contributors.yaml": NAMES,
    "commons/vocabulary.yaml": TERMS,
    "mkdocs.yml": SETTING,
    "commons/tips/plaat.png": [b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\nanders", None],
    "docs/index.md": [BASE["docs/index.md"], "---\ntitle: Hallo\n---\nZie [meer](meer.md) en [x](tips/tip-0.md).\n"],
    "docs/meer.md": ["---\ntitle: Meer\n---\nMeer.\n", "---\ntitle: Minder\n---\nZie [tip](tips/tip-0).\n", None],
    "docs/en/more.md": [
        "---\ntitle: More\ntranslation_of: meer.md\n---\nMore.\n",
        "---\ntitle: Own\n---\nOwn.\n",
        None,
    ],
    "docs/bestand.txt": ["los", "vast", None],
    "overrides/assets/gemeengoed/site.css": ["a{color:red}", "a{color:blue}"],
    "overrides/partials/footer.html": ["<footer>een</footer>", "<footer>twee</footer>"],
}

edits = st.one_of(
    st.tuples(st.sampled_from([*TIPS, METHOD]), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(QUESTIONS), st.sampled_from([*ASKED, None])),
    st.tuples(st.just(ANSWER), st.sampled_from([*ANSWERS, None])),
    st.tuples(st.just(NETWORK), st.sampled_from([*NETWORKS, None])),
    st.sampled_from([(path, content) for path, contents in OTHERS.items() for content in contents]),
)
