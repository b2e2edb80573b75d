"""What must be known of Markdown before it is rendered: links, headings, raw HTML, each with its place.

Rendering itself is the engine's. These scanners are regular expressions over the text with code masked out, since a
parser gives no columns and takes a hundred times as long; what they miss, the engine's own link check reports.
"""
