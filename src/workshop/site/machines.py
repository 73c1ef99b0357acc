"""What programs read: llms.txt, the Markdown of each page, snippets.json, the feed."""
