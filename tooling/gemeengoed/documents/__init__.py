"""A document of a word processor, a web page or a mail as the text of a page, with its pictures.

pandoc does the reading (Word, LibreOffice, HTML): it keeps headings, lists, tables, alternative texts, footnotes and
links, gives them as a tree in which everything that has no place in our Markdown can be found and named, and reads no
other file in its sandbox. mammoth reads Word only, and drops what it does not know without a word in the result.
What was lost is listed. Documents come from strangers: every size is limited before anything is unpacked.
"""
