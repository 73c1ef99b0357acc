"""What Material's templates write against HTML's rules or hide from a screen reader, mended in the finished page."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from workshop.site.languages import language

SEARCH = {"ko": "검색", "en": "Search"}


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    return _mended(output, language(config))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return _mended(output_content, language(config)) if template_name == "404.html" else output_content


def _mended(output: str, language: str) -> str:
    for written, meant in {
        'data-md-component="search" role="dialog"': f'data-md-component="search" role="dialog" aria-label="{SEARCH[language]}"',
        'type="checkbox" id="__drawer" autocomplete="off"': 'type="checkbox" id="__drawer"',  # completes only text
        'type="checkbox" id="__search" autocomplete="off"': 'type="checkbox" id="__search"',
        ' tabindex="">': ">",  # no integer
        "<th></th>": "<td></td>",  # the corner of a table heads nothing
    }.items():
        output = output.replace(written, meant)
    return output
