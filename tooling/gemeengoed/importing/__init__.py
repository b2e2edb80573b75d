"""A collection of Markdown files of somebody else as items of the commons, by a mapping that says what is what.

``propose`` writes a first mapping by looking at the files; ``plan`` says what becomes of every file. Nothing is left
out in silence: a file that is not taken in has its reason, and what of a file has no place is named with it.
"""
