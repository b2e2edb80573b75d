"""Staging: an edition of a commons to a tree of plain Markdown, front matter and data files.

Pure functions from the model to texts; ``tree`` lists what makes them, ``write`` puts them on disk, ``again`` makes
only what an edit touches.
"""
