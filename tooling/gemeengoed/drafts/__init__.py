"""Texts of new pages, made from what the commons knows, for somebody to look over and finish."""
