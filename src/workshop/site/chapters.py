"""The front page, chapter pages and breadcrumbs: what they show comes from the navigation, the pages and the records."""
