"""What a pull request brings, told to who made it in one comment.

Two parts that trust each other in nothing. ``collect`` runs beside the pull request, without secrets, and writes down a
review. ``artifact`` reads that as if an enemy had written it; ``comment`` says it.
"""
