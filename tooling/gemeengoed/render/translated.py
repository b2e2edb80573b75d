"""What ``mkdocs.yml`` says, in another language of the site: its menu, its names, the words of its extensions.

The text of the file is gone through as YAML nodes, so that what only an engine understands (``!ENV``,
``!!python/name``) stays as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import yaml

WITH_WORDS = ("site_name", "site_description", "copyright", "nav", "markdown_extensions")
"""The settings in which words for readers stand."""

Place = Callable[[str], str]
"""From the path of a staged page of the first language to that of the same page in another."""


def translated(text: str, words: Mapping[str, str], place: Place) -> dict[str, str]:
    """By name the settings with words, each as YAML in the other language. What ``words`` lacks stays as it is."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return {}
    found: dict[str, str] = {}
    for key, value in root.value:
        if key.value in WITH_WORDS:
            _say(value, words)
            if key.value == "nav":
                _lead(value, place)
            found[key.value] = yaml.serialize(yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)]))
    return found


def _say(node: yaml.Node, words: Mapping[str, str]) -> None:
    """Put every word that has one into the other language: values, and the titles in a menu."""
    if isinstance(node, yaml.ScalarNode):
        if node.value in words:
            node.value = words[node.value]
        return
    for part in node.value:
        for inside in part if isinstance(node, yaml.MappingNode) else (part,):
            _say(inside, words)


def _lead(node: yaml.Node, place: Place) -> None:
    """Let every entry of a menu lead to the page in the other language."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            node.value = place(node.value)
    else:
        for part in node.value:
            _lead(part[1] if isinstance(node, yaml.MappingNode) else part, place)
