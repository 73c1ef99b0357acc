"""Runs snippets: a warmed parent forks one keeper and one child a snippet.

pool.py (in the caller) -> parent.py (imports torch once) -> keeper.py (watches one snippet) -> child.py (runs it, confined by confine.py)
"""
