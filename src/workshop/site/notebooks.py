"""Notebook pages as light, linked and accessible as the others."""
