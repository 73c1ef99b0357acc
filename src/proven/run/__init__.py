"""Runs snippets: a warmed parent forks one keeper and one child a snippet.

pool.py (in the caller) -> parent.py (imports torch once) -> keeper.py (watches one snippet) -> child.py (runs it, confined by confine.py)

What the parent has imported, a snippet does not see until it imports it (ahead.py). statements.py runs a script's statements, in the fork, in
the fresh interpreter that takes its place where it prepares an import, and where nothing can fork (plain.py).
"""
