"""The MkDocs door: two languages from one build, and under every embedded block its proof.

A page reads well without it: embeds are expanded by pymdownx.snippets, everything here is added afterwards.
"""

from __future__ import annotations

import csv
import html
import itertools
import json
import logging
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, yaml_load

from workshop import bundle, figure, record, snippet
from workshop.snippet import ROOT, SNIPPETS, SOURCES, SourceError, shown

log = logging.getLogger("mkdocs.workshop")
LANGUAGES = {"ko": "", "en": "en/"}  # language -> where its site stands below the first one
NAMES = {"ko": "한국어", "en": "English"}
FIGURES = ROOT / "docs" / "figures"
NAV, GLOSSARY = ROOT / "data" / "nav.yml", ROOT / "data" / "glossary.csv"
WORDS = {
    "ko": {
        "proven": "{device}에서 실행해 확인했습니다: {facts}",
        "changed": "{device}: {date}에 확인한 뒤로 바뀌었습니다",
        "unproven": "아직 실행해 확인하지 않았습니다",
        "unproven_cpu": "CPU에서는 아직 확인하지 않았습니다",
        "unproven_gpu": "GPU에서는 아직 확인하지 않았습니다",
        "recipe": "이 레시피를 실행하는 코드",
        "seconds": "{:.1f}초",
        "colab": "Colab에서 열기",
        "sample": "실행할 때마다 달라지는 값",
        "warning": "예상한 경고",
        "glossary": "한국어 | 영어 | 쓰지 않는 말",
    },
    "en": {
        "proven": "Proven on {device}: {facts}",
        "changed": "{device}: changed since its last proof ({date})",
        "unproven": "not yet proven",
        "unproven_cpu": "not yet proven on a CPU",
        "unproven_gpu": "not yet proven on a GPU",
        "recipe": "Run by",
        "seconds": "{:.1f} s",
        "colab": "open in Colab",
        "sample": "varies from run to run",
        "warning": "expected warning",
        "glossary": "English | Korean | Not used",
    },
}
_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,}) *\{? *\.?(?:python|py)\b *(?P<options>[^{}`]*)\}?$")
_EMBED = re.compile(r"^ *-{1,}8<-{1,} +\"(?P<target>[^\"]+)\" *$")
_BLOCK = re.compile(r'<div class="(?P<classes>[^"]*highlight)"(?P<attributes>[^>]*)>(?P<body>.*?</code></pre>)</div>', re.S)
_OUTPUT = re.compile(r'^((?:<span class="hll">|</span>|<span></span>|<code>)*)<span class="c1">(# ?(&gt;|~|!)(?: .*)?)</span>')
_IMAGE = re.compile(r"<img ([^>]*?)/?>")


# Both languages from one build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    _source.cache_clear()
    chapters = yaml_load(NAV.read_text("utf-8"))
    docs, language = Path(config.docs_dir), _language(config)
    config.nav = ["index.md"]
    for chapter in chapters.values():
        if pages := [f"{page}.md" for page in chapter["pages"] or () if (docs / f"{page}.md").is_file()]:
            config.nav.append({chapter[language]: pages})
    if record.FOLDER.is_dir():
        config.watch.append(str(record.FOLDER))
    # Absolute, so that the build does not depend on the folder that it is started in.
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(SNIPPETS), str(SOURCES)]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for path in sorted(FIGURES.rglob("*.*")):
        name = path.relative_to(FIGURES.parent).as_posix()
        files.append(File(name, str(FIGURES.parent), config.site_dir, config.use_directory_urls))
    if _language(config) != "ko":
        return files
    for missing, present in _gaps():
        log.warning(f"{shown(missing)} is missing: it is the counterpart of {shown(present)}; write it, or delete both")
    for path in snippet.find():
        loaded = _load(path)
        for suffix, text in ((".py", bundle.standalone(loaded)), (".ipynb", bundle.notebook(loaded))):
            files.append(File.generated(config, f"downloads/{loaded.chapter}/{path.stem}{suffix}", content=text))
    for path in sorted((SOURCES / snippet.RECIPES).glob("[!_]*.py")):
        files.append(File.generated(config, f"downloads/{snippet.RECIPES}/{path.name}", content=bundle.recipe(path)))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    _join_title_words(Path(config.site_dir) / "search" / "search_index.json")
    if _language(config) != "ko":
        return
    for language, folder in LANGUAGES.items():
        if folder:
            build(
                load_config(
                    str(ROOT / f"mkdocs.{language}.yml"),
                    site_dir=str(Path(config.site_dir) / folder),
                    site_url=(config.site_url or "/") + folder,
                    strict=config.strict,
                )
            )


def on_page_context(context: dict, page: Page, config: MkDocsConfig, **_: object) -> dict:
    """Where this page stands in each language: absolute for search engines, relative for the reader's switch."""
    here = LANGUAGES[_language(config)]
    root = (config.site_url or "/").removesuffix(here)
    context["languages"] = [
        {
            "code": language,
            "name": NAMES[language],
            "absolute": root + folder + page.url,
            "relative": get_relative_url(folder + page.url, here + page.url),
        }
        for language, folder in LANGUAGES.items()
    ]
    return context


def _language(config: MkDocsConfig) -> str:
    return config.theme["language"]


def _gaps() -> list[tuple[Path, Path]]:
    """Pages without a counterpart: (missing, present)."""
    docs = [ROOT / "docs" / language for language in LANGUAGES]
    return [
        (mine / page.relative_to(other), page)
        for mine, other in itertools.permutations(docs, 2)
        for page in sorted(other.rglob("*.md"))
        if not (mine / page.relative_to(other)).is_file()
    ]


def _join_title_words(index: Path) -> None:
    """Let a compound be found written as one: `전이 학습` as `전이학습` too."""
    data = json.loads(index.read_text("utf-8"))
    for entry in data["docs"]:
        words = html.unescape(entry["title"]).split()
        joined = [a + b for a, b in itertools.pairwise(words) if re.search("[가-힣]", a + b)]
        entry["text"] += "".join(f" {word}" for word in joined)
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


# Embedded blocks


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Mark each fence that holds an embed with what it embeds, and put the glossary where the page asks for it."""
    source = Path(page.file.abs_src_path or "")
    before = snippet.read(source).replace("\r\n", "\n").removesuffix(markdown).count("\n")  # the lines of the front matter
    if "<!-- glossary -->" in markdown:
        markdown = markdown.replace("<!-- glossary -->", _glossary(_language(config)))
    lines = markdown.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if match := _EMBED.match(line):
            _check(match["target"], source, before + number + 1)
            if fence := _FENCE.match(lines[number - 1]):
                embed = html.escape(match["target"])
                lines[number - 1] = f'{fence["indent"]}{fence["ticks"]} {{ .python {fence["options"]} data-embed="{embed}" }}'
    return "\n".join(lines)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    language = _language(config)
    try:
        html = _BLOCK.sub(lambda block: _block(block, page, language, config), html)
        return _IMAGE.sub(_figure, html)
    except SourceError as error:
        raise PluginError(str(error)) from None


def _check(target: str, page: Path, line: int) -> None:
    """Stop the build at an embed of what does not exist, with the page's own line: pymdownx names neither."""
    name, _, section = target.partition(":")
    path = next((base / name for base in (SNIPPETS, SOURCES) if (base / name).is_file()), None)
    try:
        if path is None:
            raise SourceError(page, line, f"embeds {name}, which does not exist", "correct the path, which begins below snippets/ or src/")
        if section and section not in (sections := snippet.sections(path, snippet.read(path))):
            known = f"its sections: {', '.join(sections) or 'none'}"
            raise SourceError(page, line, f"embeds section {section!r}, which {shown(path)} does not have", known)
    except SourceError as error:
        raise PluginError(str(error)) from None


@cache
def _source(path: Path) -> snippet.Snippet:
    return snippet.load(path)


def _load(path: Path) -> snippet.Snippet:
    try:
        return _source(path)
    except SourceError as error:
        raise PluginError(str(error)) from None


def _block(block: re.Match, page: Page, language: str, config: MkDocsConfig) -> str:
    """A highlighted block with what its copy button gives and, if it is embedded, with its proof."""
    embed = re.search(r' data-embed="([^"]*)"', block["attributes"])
    if not embed:
        copied = _without_prompts(html.unescape(re.sub(r"<[^>]+>", "", block["body"])))
        return block[0] if copied is None else block[0].replace("<div ", f'<div data-copy="{html.escape(copied)}" ', 1)
    name, _, section = html.unescape(embed[1]).partition(":")
    path = SNIPPETS / name
    if path.is_file():
        loaded = _load(path)
        code, proof = bundle.runnable(loaded, section or None), _proof(loaded, page, language, config)
    else:
        path = SOURCES / name
        code, proof = bundle.recipe(path), _recipe_proof(path, page, language)
    attributes = block["attributes"].replace(embed[0], f' data-copy="{html.escape(code)}"')
    return f'<div class="{block["classes"]} embedded"{attributes}>{_outputs(block["body"], language)}</div>\n{proof}'


def _without_prompts(text: str) -> str | None:
    """What to copy of a block with `$` or `>>>` prompts: the commands alone. None if it has no prompt."""
    commands = re.findall(r"^(?:\$|>>>|\.\.\.) (.*)$", text, re.M)
    return "\n".join(commands) if commands else None


def _outputs(body: str, language: str) -> str:
    """Dim what the run printed, and leave the header of a whole file to the download."""
    words = WORDS[language]
    classes = {"&gt;": ("output", ""), "~": ("output sample", words["sample"]), "!": ("output warning", words["warning"])}
    lines: list[str] = []
    header = False
    for line in body.split("\n"):
        header |= "# /// script</span>" in line
        if header:
            header = "# ///</span>" not in line
            if "<code>" in line:  # the block's first line opens the elements
                lines.append(line[: line.index("<code>") + len("<code>")] + "\0")
            continue
        if match := _OUTPUT.match(line.rpartition("<code>")[2]):
            style, title = classes[match[3]]
            hint = f' title="{title}"' if title else ""
            line = line.replace(f'<span class="c1">{match[2]}</span>', f'<span class="{style}"{hint}>{match[2]}</span>', 1)
        lines.append(line)
    return re.sub(r"\0\n*", "", "\n".join(lines))


def _proof(loaded: snippet.Snippet, page: Page, language: str, config: MkDocsConfig) -> str:
    """The line under a block: what the records say of its snippet, and where to get it."""
    name = f"{loaded.chapter}/{loaded.path.stem}"
    colab = f"https://colab.research.google.com/github/{config.extra['published']}/downloads/{name}.ipynb"
    links = [
        f'<a href="{_up(page, language)}downloads/{name}.py" download>{loaded.path.name}</a>',
        f'<a href="{colab}">{WORDS[language]["colab"]}</a>',
    ]
    return _line(_states(loaded, language), links)


def _recipe_proof(path: Path, page: Page, language: str) -> str:
    """A recipe has no run of its own: name the snippets that run it, each with the days of its proofs."""
    folder = _up(page, language) + "downloads"
    runs = []
    for user in map(_load, snippet.find()):
        if path in user.recipes:
            days = [f"{kind.upper()} {fact.date}" for kind, (state, fact) in _proofs(user).items() if fact and state == "proven"]
            state = ", ".join(days) if days else " · ".join(_states(user, language))
            runs.append(f'<a href="{folder}/{user.chapter}/{user.path.name}" download>{user.path.name}</a> ({state})')
    states = [f"{WORDS[language]['recipe']}: {', '.join(runs)}"] if runs else [WORDS[language]["unproven"]]
    return _line(states, [f'<a href="{folder}/{snippet.RECIPES}/{path.name}" download>{path.name}</a>'])


def _line(states: list[str], links: list[str]) -> str:
    return f'<p class="proof">{" · ".join([*states, *links])}</p>'


def _states(loaded: snippet.Snippet, language: str) -> list[str]:
    """What the record of each kind of device says of a snippet; one statement if none says anything."""
    words, proofs = WORDS[language], _proofs(loaded)
    if all(fact is None for _, fact in proofs.values()):
        return [words["unproven"]]
    states = []
    for kind, (state, fact) in proofs.items():
        if fact is None:
            states.append(words[f"unproven_{kind}"])
            continue
        date = f"<time>{fact.date}</time>"
        facts = [html.escape(fact.device), f"torch {fact.torch}", f"Python {fact.python}", words["seconds"].format(fact.seconds), date]
        text = words[state].format(device=kind.upper(), date=date, facts=", ".join(facts))
        states.append(f'<span class="{state}">{text}</span>')
    return states


def _proofs(loaded: snippet.Snippet) -> dict[str, tuple[str, record.Fact | None]]:
    try:
        return {kind: record.proof(loaded, kind) for kind in record.KINDS}
    except SourceError as error:
        raise PluginError(str(error)) from None


def _up(page: Page, language: str) -> str:
    """From a page to the folder that both languages share."""
    return get_relative_url("", LANGUAGES[language] + page.url).rstrip("/") + "/"


# Figures and glossary


def _figure(image: re.Match) -> str:
    """An SVG of docs/figures as part of the page; a bitmap is loaded when it comes into view."""
    attributes = {key: html.unescape(value) for key, value in re.findall(r'([\w-]+)="([^"]*)"', image[1])}
    _, _, name = unquote(attributes.get("src", "")).partition("figures/")
    if not name.endswith(".svg"):
        return f'<img loading="lazy" decoding="async" {image[1].strip()}>'
    path = FIGURES / name
    if not path.is_file():
        return image[0]  # MkDocs has already named the broken link
    prefix = re.sub(r"\W+", "-", name.removesuffix(".svg"))
    return figure.inline(path, attributes.get("alt", ""), prefix)


def _glossary(language: str) -> str:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row[language].lower())
    columns = sorted(LANGUAGES, key=lambda other: other != language)  # the page's own language first
    table = [f"| {WORDS[language]['glossary']} |", "| --- | --- | --- |"]
    return "\n".join(table + [f"| {' | '.join(row[c] for c in columns)} | {row['avoid'].replace('|', ', ')} |" for row in rows])
