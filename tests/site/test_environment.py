"""Templates are said in their language and escape what they show, by the short ways as by Jinja's own."""

import pytest
from gemeengoed.stage.environment import environment
from gemeengoed.stage.site import Card
from jinja2 import pass_context


@pytest.mark.parametrize(("language", "words"), [("nl", "Zoeken"), ("en", "Search")])
def test_words_are_those_of_the_language_and_values_in_them_are_escaped(language, words):
    made = environment(language, "nl")
    assert made.from_string("{{ _('Search') }}").render() == words
    text = made.from_string("{{ _('then: %(phase)s', phase=phase) }}").render(phase="<b>")
    assert "&lt;b&gt;" in text
    assert "<b>" not in text


def test_functions_macros_and_classes_are_called_as_jinja_calls_them():
    bold = "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}"
    made = environment("nl", "nl").from_string(bold + "{{ bold(told('<i>')) }}{{ count('aab', 'a') }}{{ list('<') }}")
    assert made.render(told=str.lower, count=str.count, list=list) == "<b>&lt;i&gt;</b>2[&#39;&lt;&#39;]"


def test_a_function_that_wants_the_context_gets_it():
    made = environment("nl", "nl")
    assert (
        made.from_string("{{ told() }}").render(told=pass_context(lambda context: context["name"]), name="An") == "An"
    )


def test_what_stands_on_many_pages_leads_from_each_by_its_own_link():
    made = environment("nl", "nl")
    template = made.from_string('{% from "macros.html.jinja" import cards %}{{ cards(entries) }}')
    for href in ("../x/", "../../x/?a&b"):
        shown = template.render(entries=[Card(href, "<Titel>", "\0href\0", "Tip", "material/lightbulb", "", (), "")])
        assert f'<a href="{href.replace("&", "&amp;")}">&lt;Titel&gt;</a>' in shown
        assert "\0href\0" in shown
