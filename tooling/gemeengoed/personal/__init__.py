"""What nobody should read about a person in a public text: each module finds one sort of it, with its place.

The scanners look at the text as it was written, code and comments too: what stands there stands there for ever.
"""
