"""The editor in the browser: Decap CMS, with collections and fields out of the kinds' one declaration.

A page of its own beside the site, with a policy of its own. It works on the files in the forge; nothing passes here.
"""
