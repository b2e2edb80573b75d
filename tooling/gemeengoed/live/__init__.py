"""The site of a commons on this machine, live: made again as files change, and shown anew in the browser.

What is wrong is shown on every page and in the terminal; the server goes on with the pages that are right.
"""

from gemeengoed.live.live import serve_live

__all__ = ["serve_live"]
