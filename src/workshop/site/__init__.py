"""The MkDocs door: each module is one hook of mkdocs.yml and one concern. A page reads well without any of them."""
