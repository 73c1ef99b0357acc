"""The reference of the recipes: links to what torch documents need no network."""
