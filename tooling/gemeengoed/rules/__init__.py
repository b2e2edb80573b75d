"""What follows from the items of an edition: rules that count or derive, each a pure function.

Where a result shows on the site, the rule is said there in words. Everything counts listed items of the edition only.
"""
