"""What the templates write against HTML's rules, hide from a screen reader or repeat for nothing, mended in the finished page."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

from workshop.site.languages import language

SEARCH = {"ko": "검색", "en": "Search"}
_PLAIN = re.compile(r'<span class="[nopw]">([^<]*)</span>')  # names, operators, punctuation, blanks: they look like the code around them
# A chapter with a page of its own: Material names its list by a label that holds an icon alone, so all lists would be called nothing.
_CHAPTER = re.compile(
    r'aria-labelledby="(?P<id>__nav_\w+?)_label"(?P<between>[^>]*>\s*<label [^>]*for="(?P=id)">\s*<span[^>]*></span>\s*)(?P<title>[^<]+?)(?=\s*</label>)'
)
_INDENT = re.compile(r"(<pre\b.*?</pre>|<[^>]*>)|\n\s+", re.S)


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
        '<script src="': '<script defer src="',  # the page is painted first
        "<th></th>": "<td></td>",  # the corner of a table heads nothing
    }.items():
        output = output.replace(written, meant)
    output = _CHAPTER.sub(r'aria-label="\g<title>"\g<between>\g<title>', output)
    return _INDENT.sub(lambda part: part[1] or "\n", _PLAIN.sub(r"\1", output))
