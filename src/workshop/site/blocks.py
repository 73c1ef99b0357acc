"""Under every embedded block its proof, its downloads and what its copy button gives."""

from __future__ import annotations

import html
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from proven import script
from proven.fault import Fault
from proven.script import SNIPPETS, SOURCES, shown
from workshop import bundle
from workshop.site.languages import language, up
from workshop.site.sources import load, load_all, proofs

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
    },
}
_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,}) *\{? *\.?(?:python|py)\b *(?P<options>[^{}`]*)\}?$")
_EMBED = re.compile(r"^ *-{1,}8<-{1,} +\"(?P<target>[^\"]+)\" *$")
_BLOCK = re.compile(r'<div class="(?P<classes>[^"]*highlight)"(?P<attributes>[^>]*)>(?P<body>.*?</code></pre>)</div>', re.S)
_OUTPUT = re.compile(r'^((?:<span class="hll">|</span>|<span></span>|<code>)*)<span class="c1">(# ?(&gt;|~|!)(?: .*)?)</span>')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # Absolute, so that the build does not depend on the folder that it is started in.
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(SNIPPETS), str(SOURCES)]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The downloads: one set for both languages."""
    if language(config) != "ko":
        return files
    for loaded in load_all():
        for suffix, text in ((".py", bundle.standalone(loaded)), (".ipynb", bundle.notebook(loaded))):
            files.append(File.generated(config, f"downloads/{loaded.chapter}/{loaded.path.stem}{suffix}", content=text))
    for path in sorted((SOURCES / script.RECIPES).glob("[!_]*.py")):
        files.append(File.generated(config, f"downloads/{script.RECIPES}/{path.name}", content=bundle.recipe(path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Mark each fence that holds an embed with what it embeds."""
    source = Path(page.file.abs_src_path or "")
    before = script.read(source).replace("\r\n", "\n").removesuffix(markdown).count("\n")  # the lines of the front matter
    lines = markdown.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if match := _EMBED.match(line):
            _check(match["target"], source, before + number + 1)
            if fence := _FENCE.match(lines[number - 1]):
                embed = html.escape(match["target"])
                lines[number - 1] = f'{fence["indent"]}{fence["ticks"]} {{ .python {fence["options"]} data-embed="{embed}" }}'
    return "\n".join(lines)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    try:
        return _BLOCK.sub(lambda block: _block(block, page, config), html)
    except Fault as error:
        raise PluginError(str(error)) from None


def _check(target: str, page: Path, line: int) -> None:
    """Stop the build at an embed of what does not exist, with the page's own line: pymdownx names neither."""
    name, _, section = target.partition(":")
    path = next((base / name for base in (SNIPPETS, SOURCES) if (base / name).is_file()), None)
    try:
        if path is None:
            raise Fault(page, line, f"embeds {name}, which does not exist", "correct the path, which begins below snippets/ or src/")
        if section and section not in (sections := script.sections(path, script.read(path))):
            known = f"its sections: {', '.join(sections) or 'none'}"
            raise Fault(page, line, f"embeds section {section!r}, which {shown(path)} does not have", known)
    except Fault as error:
        raise PluginError(str(error)) from None


def _block(block: re.Match, page: Page, config: MkDocsConfig) -> str:
    """A highlighted block with what its copy button gives and, if it is embedded, with its proof."""
    embed = re.search(r' data-embed="([^"]*)"', block["attributes"])
    if not embed:
        copied = _to_copy(html.unescape(re.sub(r"<[^>]+>", "", block["body"])))
        if copied is None:
            return block[0]
        attributes = f'{block["attributes"]} data-copy="{html.escape(copied)}"'
        return f'<div class="{block["classes"]}"{attributes}>{_outputs(block["body"], WORDS[language(config)])}</div>'
    name, _, section = html.unescape(embed[1]).partition(":")
    path = SNIPPETS / name
    if path.is_file():
        loaded = load(path)
        code, proof = bundle.runnable(loaded, section or None), _proof(loaded, page, config)
    else:
        path = SOURCES / name
        code, proof = bundle.recipe(path), _recipe_proof(path, page, config)
    attributes = block["attributes"].replace(embed[0], f' data-copy="{html.escape(code)}"')
    return f'<div class="{block["classes"]} embedded"{attributes}>{_outputs(block["body"], WORDS[language(config)])}</div>\n{proof}'


def _to_copy(text: str) -> str | None:
    """Of a block with `$` or `>>>` prompts the commands alone, of a notebook's cell the code without its output; None for all of it."""
    if commands := re.findall(r"^(?:\$|>>>|\.\.\.) (.*)$", text, re.M):
        return "\n".join(commands)
    code, outputs = re.subn(r"^# >(?: .*)?\n?", "", text, flags=re.M)
    return code if outputs else None


def _outputs(body: str, words: dict[str, str]) -> str:
    """Dim what the run printed, and leave the header of a whole file to the download."""
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


def _proof(loaded: script.Script, page: Page, config: MkDocsConfig) -> str:
    """The line under a block: what the records say of its snippet, and where to get it."""
    words, name = WORDS[language(config)], f"{loaded.chapter}/{loaded.path.stem}"
    colab = f"https://colab.research.google.com/github/{config.extra['published']}/downloads/{name}.ipynb"
    links = [
        f'<a href="{up(page, config)}downloads/{name}.py" download>{loaded.path.name}</a>',
        f'<a href="{colab}">{words["colab"]}</a>',
    ]
    return _line(_states(loaded, words), links)


def _recipe_proof(path: Path, page: Page, config: MkDocsConfig) -> str:
    """A recipe has no run of its own: name the snippets that run it, each with the days of its proofs."""
    words, folder = WORDS[language(config)], up(page, config) + "downloads"
    runs = []
    for user in load_all():
        if path in user.recipes:
            days = [f"{kind.upper()} {fact.date}" for kind, (state, fact) in proofs(user).items() if fact and state == "proven"]
            state = ", ".join(days) if days else " · ".join(_states(user, words))
            runs.append(f'<a href="{folder}/{user.chapter}/{user.path.name}" download>{user.path.name}</a> ({state})')
    states = [f"{words['recipe']}: {', '.join(runs)}"] if runs else [words["unproven"]]
    return _line(states, [f'<a href="{folder}/{script.RECIPES}/{path.name}" download>{path.name}</a>'])


def _line(states: list[str], links: list[str]) -> str:
    return f'<p class="proof">{" · ".join([*states, *links])}</p>'


def _states(loaded: script.Script, words: dict[str, str]) -> list[str]:
    """What the record of each kind of device says of a snippet; one statement if none says anything."""
    known = proofs(loaded)
    if all(fact is None for _, fact in known.values()):
        return [words["unproven"]]
    states = []
    for kind, (state, fact) in known.items():
        if fact is None:
            states.append(words[f"unproven_{kind}"])
            continue
        date = f"<time>{fact.date}</time>"
        facts = [html.escape(fact.device), f"torch {fact.torch}", f"Python {fact.python}", words["seconds"].format(fact.seconds), date]
        text = words[state].format(device=kind.upper(), date=date, facts=", ".join(facts))
        states.append(f'<span class="{state}">{text}</span>')
    return states
