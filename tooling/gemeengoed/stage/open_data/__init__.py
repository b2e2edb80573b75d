"""The commons as data, for other programs: under the names of its fields, in no language but that of its authors.

``plain`` turns a record into plain data, ``items`` and ``registers`` say what of an item or an entry may be told,
``shape`` describes that as JSON Schema, ``api`` writes it as the files of a static interface and ``openapi`` describes
those. ``gemeengoed export`` writes the same data in other forms.
"""
