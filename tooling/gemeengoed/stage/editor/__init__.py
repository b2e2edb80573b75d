"""The editor in the browser: Decap CMS, with collections and fields out of the kinds' one declaration.

A page of its own beside the site, with a policy of its own. It works on the files in the forge; nothing passes here.
"""

from gemeengoed.stage.editor.bundle import MISSING, bundle_of
from gemeengoed.stage.editor.page import editor_copies, editor_files, editor_link, what_is_left_out

__all__ = ["MISSING", "bundle_of", "editor_copies", "editor_files", "editor_link", "what_is_left_out"]
