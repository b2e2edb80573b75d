"""What makes the pages of the commons findable: words for the search, ways to browse, and addresses that stay."""
