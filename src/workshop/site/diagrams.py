"""Mermaid diagrams drawn ahead: the source stays in the page, the reader gets inline SVG."""
