"""Contributions of people who do not know git: from what they typed to files of the commons, ready for a review.

One engine behind every way in. ``questions`` says what is asked, out of the kinds' one declaration; ``read`` makes
values of what was typed; ``draft`` makes files of the values; ``trial`` checks those in a copy of the commons, and
``place`` writes them, whole or not at all. Nothing typed is lost: what has no place of its own goes to the editors.
"""
