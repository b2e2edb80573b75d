"""Contributing on the site: a form for each kind, and the names that it lets one choose from.

The form sends nothing anywhere: what is filled in stays in the browser until its owner takes it to the forge, a mail or
a file (``overrides/assets/gemeengoed/form.js``).
"""

from gemeengoed.stage.contribute.form import form_pages, forms_from, joining_from
from gemeengoed.stage.contribute.names import names_file

__all__ = ["form_pages", "forms_from", "joining_from", "names_file"]
