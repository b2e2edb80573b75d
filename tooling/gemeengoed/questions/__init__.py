"""What a form asks, out of the kinds' one declaration: every way in is made from these questions.

A declaration, as the kinds are: who reads answers (``intake``), who draws a form (``stage``) and who fills one in from
a document or a collection all build on it.
"""
