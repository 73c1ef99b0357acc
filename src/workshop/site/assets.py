"""Material's own script and style, made lighter.

The search loads when a reader opens it: index and worker weigh more than a page, and most pages are read without a search. Material's
script waits like that only where a site is read from disk. So its index gets that wait, the worker a stand-in
(theme/assets/javascripts/workers/lazy.js) that loads it with the first message.

Of the palette only the dark scheme is left. The colours are our own; and the rule that stops transitions while the scheme changes names
every element, so that the browser styles the whole page twice more when it loads: a fifth of all that it computes for a page.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

_WAIT = re.compile(r'\w+\([$\w]+\(location\.protocol!=="file:"\),\w+\("search"\)\)\.pipe\(\w+\(\w=>\w\),\w+\(\(\)=>')
_INDEX = re.compile(r'(?<=namedItem\("search"\)\?)\w+\(\)')
_COLOUR = re.compile(r"[^{}]*\[data-md-color-(?:primary|accent|switching)[^{}]*\{[^{}]*\}")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    if not config.use_directory_urls:  # read from disk, Material waits itself, and a second wait would never end
        return files
    for file in [*files.javascript_files(), *files.css_files()]:
        if re.fullmatch(r"assets/javascripts/bundle\.\w+\.min\.js", file.src_uri):
            lighter = patched(file.content_string, file.src_uri)
        elif re.fullmatch(r"assets/stylesheets/palette\.\w+\.min\.css", file.src_uri):
            lighter = _COLOUR.sub("", file.content_string)
        else:
            continue
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=lighter))
    return files


def patched(bundle: str, name: str) -> str:
    """Material's script with an index that waits until the search opens, or comes at once where words are to be marked (`?h=`).

    Raises:
        PluginError: the script is not the one that this module knows.
    """
    wait, index = _WAIT.findall(bundle), _INDEX.findall(bundle)
    if len(wait) != 1 or len(index) != 1:
        raise PluginError(
            f"{name}: Material's script no longer reads as {__name__} knows it\n  mend: correct its patterns, or leave it out of mkdocs.yml"
        )
    waiting = wait[0].replace('location.protocol!=="file:"', "/[?&]h=/.test(location.search)")
    return _INDEX.sub(lambda _: f"(index=>{waiting}index)))({index[0]})", bundle)


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    if not config.use_directory_urls:  # from disk a frame stands in for the worker, and comes when it is asked
        return output
    return output.replace("assets/javascripts/workers/search.", "assets/javascripts/workers/lazy.js?search.")


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return on_post_page(output_content, config) if template_name == "404.html" else output_content
