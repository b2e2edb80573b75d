"""Gemeengoed: a knowledge commons built from git."""
