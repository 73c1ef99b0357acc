"""From pages to plain Markdown, and what lies beside them: functions on a small project that has every case and every fault."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from proven import judge, needs, record
from proven.fault import Fault
from proven.run.pool import Pool
from workshop.check import parity
from workshop.compile import Compiler, around, downloads, feeds, lists, pictures, search
from workshop.compile.known import Known
from workshop.compile.page import compiled
from workshop.project import Site

pygments = pytest.importorskip("pygments", reason="the documentation packages are not installed: `uv sync`")

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "https://torchbyexample.github.io/"
HEADER = '# /// script\n# dependencies = ["torch>=2.11"{more}]\n#\n# [tool.tbe]\n# gpus = {gpus}\n# figures = [{figures}]\n# ///\n'
SNIPPETS = {
    "proven": HEADER.format(more="", gpus=0, figures='"plot.svg"')
    + '"""Shows doubling."""\n\nfrom torchbyexample.doubling import (\n    double,\n)\n\n# --8<-- [start:one]\nprint(double(1) < 3)\n# > True\n'
    '# --8<-- [end:one]\n\ntext = """\n# > no output, but text\n"""\n\n\nclass Pair:\n    # --8<-- [start:method]\n    def first(self) -> int:\n'
    "        return 1\n    # --8<-- [end:method]\n\n    def second(self) -> int:\n        return 2\n\n\n"
    "# --8<-- [start:two]\nprint(text.strip(), Pair().second())\n# ~ # > no output, but text 2\n# --8<-- [end:two]\n",
    "changed": HEADER.format(more=', "einops"', gpus=0, figures="") + 'print("now")\n# > now\n',
    "unproven": HEADER.format(more="", gpus=2, figures="")
    + 'def work():\n    print("never")\n\n\nif __name__ == "__main__":\n    work()\n# > never\n',
}
RECIPE = '''"""Doubling."""

from __future__ import annotations

import math


# --8<-- [start:double]
def double(x: Unknown) -> float:
    """
    >>> double(1)
    2
    """
    return math.prod([2, x])
# --8<-- [end:double]


if __name__ == "__main__":
    raise SystemExit("the recipe's own block must not run")
'''
SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9pt" viewBox="0 0 9 9"><metadata>when</metadata><defs>'
    '<style type="text/css">*{stroke-linejoin: round}</style></defs><g id="patch_1"><path d="M 0 0" style="fill: #ffffff"/></g>'
    '<g id="line_1"><path id="p" d="M 0 0 L 9 9" style="stroke: #000000; clip-path: url(#p)"/></g></svg>'
)
DIAGRAM = 'flowchart TB\n    accTitle: A & <B>\n    accDescr: again.\n    a["left"] --> b\n'
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><marker id="end"/><rect fill="#e6eef2" stroke="#6b93a8"/>'
    '<path marker-end="url(#end)" stroke="#565a61"/></svg>'
)
TASKS = """[louder]
changes = [{ replace = 'print("now")', by = 'print("NOW")' }]
prints = '''
> NOW
'''
"""
PAGE = """---
title: {title}
description: {title}.
---

# {title} {{ #title }}

``` python
--8<-- "autograd/proven.py:one"
```

- `double()`를 in a list:

    ``` python title="second"
    --8<-- "autograd/proven.py:two"
    ```

## {again} {{ #again }}

```python
--8<-- 'autograd/changed.py'
```

``` python

--8<-- "autograd/unproven.py"
```

``` python
--8<-- "torchbyexample/doubling.py"
```

![{title} <plot>](../figures/autograd/plot.svg)

So $w^2 < 3$ holds, `$HOME` stays, and it costs $5.

$$
\\frac{{1}}{{n}}
$$

``` mermaid
{diagram}```

## Errors {{ #errors }}

**`ValueError: no such key`** - a.

**`KeyError: no such key!`** and **``no `such` key``** - b, see [{again}](page.md#again) and [front](../index.md).

1. Try it.

    ??? success "Answer"
        ``` python
        --8<-- "autograd/changed.tasks.toml:louder"
        ```
"""


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one page that has a snippet proven, one changed, one unproven, a recipe, pictures, formulas, errors and a task."""
    files = {
        "data/nav.yml": "autograd:\n  ko: 자동 미분\n  en: Autograd\n  pages:\n    - autograd/page\n    - autograd/planned\n",
        "data/glossary.csv": "en,ko,avoid,allow\ntensor,텐서,텐써|텐소,\nlearning rate,학습률,,\n",
        "data/explained.csv": "term,page\ntensor,autograd/page\n",
        "data/changes.csv": 'date,page,kind,ko,en\n2026-01-30,autograd/page,new,하나,One\n2026-01-31,autograd/page,changed,둘,"Two, <b>"\n',
        "data/redirects.csv": "from,to\nautograd/old,autograd/page\n",
        "src/torchbyexample/doubling.py": RECIPE,
        "docs/figures/autograd/plot.svg": SVG,
        f"docs/{pictures.drawing(DIAGRAM)}": DRAWN,
        "snippets/autograd/changed.tasks.toml": TASKS,
        **{f"snippets/autograd/{name}.py": text for name, text in SNIPPETS.items()},
    }
    for language, title, again in (("ko", "한글 제목", "다시"), ("en", "English title", "Again")):
        files[f"docs/{language}/index.md"] = (
            f"---\ntitle: {title}\ndescription: x\n---\n# {title} {{ #home }}\n\n<!-- glossary -->\n\n<!-- chapters -->\n\n"
            "<!-- proven -->\n\n<!-- errors -->\n\n<!-- changes -->\n\n<!-- snippets -->\n"
        )
        files[f"docs/{language}/autograd/index.md"] = (
            f"---\ntitle: {title}\ndescription: of __len__\n---\n# {title} {{ #top }}\n\n<!-- pages -->\n"
        )
        files[f"docs/{language}/autograd/page.md"] = PAGE.format(title=title, again=again, diagram=DIAGRAM)
    for name, text in files.items():
        write(tmp_path, name, text)
    site = Site(tmp_path)
    facts = {}
    for name, changes in {"proven": {}, "changed": {"sha256": "of an older file"}}.items():
        loaded = site.load(site.scripts / "autograd" / f"{name}.py")
        known = {
            "outcome": "passed",
            "seconds": 0.31,
            "sha256": loaded.sha256,
            "python": "3.11.7",
            "torch": "2.14.1",
            "device": "Slow <CPU>",
        }
        known |= {"date": "2026-01-31", "recipes": record.recipe_digests(loaded), "figures": record.figure_digests(loaded)} | changes
        facts[loaded.name] = record.Fact(**known)
    record.write(site.records / "cpu", facts, tmp_path)
    return tmp_path


@pytest.fixture
def known(root: Path) -> Known:
    return Known(Site(root), ADDRESS)


def page(known: Known, language: str = "en") -> str:
    return compiled(known, language, "autograd/page")


def programs(text: str) -> dict[str, str]:
    return json.loads(re.findall(r'<script type="application/json" class="programs">(.*)</script>', text)[0])


def run(code: str, folder: Path) -> str:
    file = folder / "alone.py"
    file.write_text(code, "utf-8")
    # -I: neither this project nor the folder is on the path
    done = subprocess.run([sys.executable, "-I", str(file)], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


# What is shown, and its proof


def test_a_compiled_page_needs_nothing_but_a_reader_of_markdown(known: Known) -> None:
    text = page(known)
    for left in ("--8<--", "/// script", "tool.tbe", "<!--", "mermaid\n", "$$", "../figures"):
        assert left not in text, left
    assert text.startswith(
        '---\ntitle: English title\ndescription: English title.\nsource: docs/en/autograd/page.md\nchanged: "2026-01-31"\n---\n'
    )
    assert "[Again](page.md#again)" in text  # the generator checks it


def test_every_spelling_of_an_embed_has_its_program_and_its_proof(known: Known) -> None:
    text = page(known)
    shown = re.findall(r'data-program="([^"]+)"', text)
    assert shown == ["autograd/proven.py"] * 2 + ["autograd/changed.py", "autograd/unproven.py", "torchbyexample/doubling.py"]
    assert text.count("??? proof ") == 6  # one more for the task
    assert '    ``` { .python .embedded title="second" data-program' in text


def test_the_proof_says_what_the_record_says(known: Known) -> None:
    folds = re.findall(r'\?\?\? proof ([\w ]+) "([^"]+)"\n\n((?: {4,}.*\n)+)', page(known))
    assert [(kinds, summary) for kinds, summary, _ in folds] == [
        ("proven", "Proven: CPU"),
        ("proven", "Proven: CPU"),
        ("changed", "Changed since its proof"),
        ("unproven gpu", "Needs GPUs: 2; not yet proven"),
        ("proven", "A recipe (scripts that run it: 1)"),
        ("unproven", "Not yet proven"),
    ]
    facts = "Proven on CPU: Slow &lt;CPU&gt;, torch 2.14.1, Python 3.11.7, 0.3 s, <time>2026-01-31</time>"
    assert facts in folds[0][2]
    assert "not yet proven on a GPU" in folds[0][2]
    assert "changed since its last proof (<time>2026-01-31</time>)" in folds[2][2]
    assert "[proven.py](../downloads/autograd/proven.py){ download } (CPU <time>2026-01-31</time>)" in folds[4][2]
    assert "CPU에서 실행해 확인했습니다: Slow &lt;CPU&gt;" in page(known, "ko")


def test_a_page_sums_up_its_proofs_and_names_its_notebook(known: Known) -> None:
    line = re.search(r"^.*\n\{ \.proofs \}$", page(known), re.M)
    assert line
    assert "Of the scripts on this page (3), proven on a CPU: 1. Slow &lt;CPU&gt;, torch 2.14.1" in line[0]
    assert "(../downloads/autograd/en/page.ipynb){ download }" in line[0]


def test_a_block_is_the_first_lines_of_a_program_that_runs_alone(known: Known, tmp_path: Path) -> None:
    text = page(known)
    ends = re.findall(r'data-program="([^"]+)" data-lines="(\d+)"', text)
    codes = ["\n".join(programs(text)[file].split("\n")[: int(end)]) for file, end in ends]
    assert [run(code, tmp_path) for code in codes[:4]] == ["True\n", "True\n# > no output, but text 2\n", "now\n", "never\n"]
    assert "\ndef double(" in codes[4]
    assert not any("--8<--" in code or "\n# > True" in code or "/// script" in code for code in codes)


def test_a_section_inside_a_statement_is_copied_with_the_whole_statement(known: Known, tmp_path: Path) -> None:
    lines = known.program("autograd/proven.py").split("\n")[: known.end("autograd/proven.py:method")]
    assert run("\n".join([*lines, "print(Pair().second())"]), tmp_path) == "True\n2\n"


def test_a_task_shows_its_change_and_what_comes_out(known: Known) -> None:
    text = page(known)
    assert "        ``` diff\n" in text
    assert '        -print("now")\n        +print("NOW")\n' in text
    assert "        # > NOW\n" in text


def test_a_korean_particle_never_begins_a_line(known: Known) -> None:
    assert "`double()`\u2060를 in a list" in page(known, "ko")
    assert "\u2060" not in page(known, "en")


def test_each_error_message_has_an_address_and_stands_in_the_list(known: Known) -> None:
    text = page(known)
    addresses = ["error-no-such-key", "error-no-such-key-again", "error-no-such-key-again-again"]
    assert re.findall(r"\*\*\{ #([\w-]+) \}", text) == addresses
    listed = lists.errors(known, "en", "index")
    assert set(re.findall(r"\(autograd/page\.md#(error[\w-]+)\)", listed)) == set(addresses)


def test_lists_hold_links_that_a_generator_checks(known: Known) -> None:
    text = compiled(known, "en", "index")
    assert '| [tensor](autograd/page.md) | <span lang="ko">텐서</span> | <span lang="ko">텐써, 텐소</span> |' in text
    assert "- [English title](autograd/index.md) <span>of &#95;&#95;len&#95;&#95;</span>" in text
    assert "<dd>1 / 3</dd>" in text
    assert "- **Changed** [English title](autograd/page.md): Two, &lt;b&gt;" in text
    assert '- [proven](autograd/page.md#title) [.py](downloads/autograd/proven.py){ download aria-label="proven.py" }' in text
    assert "- [English title](page.md)" in compiled(known, "en", "autograd/index")


# Pictures


def test_a_figure_is_inlined_and_follows_the_colour_scheme(known: Known) -> None:
    svg = re.search(r'<svg[^>]*class="figure".*?</svg>', page(known, "ko"), re.S)
    assert svg
    assert 'role="img"' in svg[0]
    assert 'aria-label="한글 제목 &lt;plot&gt;"' in svg[0]
    assert "fill: var(--md-default-bg-color)" in svg[0]
    assert "stroke: currentColor; clip-path: url(#autograd-plot-p)" in svg[0]
    assert "<style" not in svg[0]
    assert "when" not in svg[0]


def test_a_diagram_is_a_named_drawing_in_the_scheme_with_its_source(known: Known) -> None:
    text = page(known)
    assert 'role="img" aria-label="A &amp; &lt;B&gt;. again."' in text
    assert 'fill="var(--output-bg)" stroke="var(--output-mark)"' in text
    assert re.search(r'<marker id="(diagram-\w+-end)"', text)[1] in re.search(r'marker-end="url\(#([^)]+)\)"', text)[1]
    assert "a[&quot;left&quot;] --&gt; b" in text


def test_a_formula_becomes_mathml_and_any_other_dollar_stays(known: Known) -> None:
    text = page(known)
    assert 'So <span><math alttext="w^2 &lt; 3" ' in text
    assert "<msup><mi>w</mi><mn>2</mn></msup>" in text
    assert text.count('<div class="formula"><math ') == 1
    assert "`$HOME` stays, and it costs $5." in text
    math = pictures.formula("\\alpha_1 * x | y", "inline")
    assert not re.search(r"[*_|\\]", math)  # what Markdown would read
    assert "".join(ElementTree.fromstring(math).itertext()) == "α1*x|y"


@pytest.mark.parametrize("tex", ["\\frac{1}{", "\\nosuch{x}", "a & b", "a^", "\\left( a"])
def test_a_formula_that_cannot_be_converted_is_named(root: Path, tex: str) -> None:
    write(root, "docs/en/autograd/page.md", f"---\ntitle: x\n---\n# x {{ #x }}\n\nThen ${tex}$.\n")
    with pytest.raises(Fault, match=r"docs/en/autograd/page\.md:6: not a formula: "):
        page(Known(Site(root), ADDRESS))


def test_words_in_a_formula_belong_to_the_language_and_nothing_else_does(root: Path) -> None:
    def formula_faults(**texts: str) -> list[str]:
        for language, text in texts.items():
            write(root, f"docs/{language}/autograd/page.md", f"---\ntitle: x\ndescription: x\n---\n# x {{ #x }}\n\n{text}\n")
        return [str(fault) for fault in parity.check(Site(root), Site(root).all_pages()) if "formula" in str(fault)]

    assert formula_faults(en="$$ \\text{mean} = \\frac{a}{2} $$", ko="$$ \\text{평균} = \\frac{a}{2} $$") == []
    assert formula_faults(en="$$ \\text{mean} = \\frac{a}{3} $$")


# Downloads


def test_a_download_runs_alone_with_its_recipe_header_and_output(known: Known, tmp_path: Path) -> None:
    code = downloads.standalone(known, "autograd/proven.py")
    assert run(code, tmp_path) == "True\n# > no output, but text 2\n"
    assert code.startswith("# /// script\n")
    assert "\n# > True\n" in code
    for left in ("--8<--", "import double", "Doubling."):
        assert left not in code
    again = known.site.parse(tmp_path / "download.py", code)
    recorded = [[r.text for s in loaded.statements for r in s.recorded] for loaded in (again, known.script("autograd/proven.py"))]
    assert recorded[0] == recorded[1]


def test_a_notebook_has_a_cell_a_section_and_its_cells_run_in_order(known: Known, tmp_path: Path) -> None:
    sources = ["".join(cell["source"]) for cell in json.loads(downloads.notebook(known, "autograd/proven.py"))["cells"]]
    assert sources[0].startswith("# proven\n\nShows doubling.")
    assert run("\n\n".join(sources[1:]), tmp_path) == "True\n# > no output, but text 2\n"
    sources = ["".join(cell["source"]) for cell in json.loads(downloads.notebook(known, "autograd/changed.py"))["cells"]]
    assert sources[1] == '%pip install -q "einops"'
    sources = ["".join(cell["source"]) for cell in json.loads(downloads.notebook(known, "autograd/unproven.py"))["cells"]]
    assert sources[-2].startswith("%%writefile unproven.py\ndef work")
    assert sources[-1] == "!python unproven.py"


def test_a_page_is_a_notebook_with_its_prose_and_its_code_in_order(known: Known, tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    loaded = nbformat.reads(downloads.page_notebook(known, "en", "autograd/page"), as_version=4)
    nbformat.validate(loaded)
    prose = "\n".join(cell.source for cell in loaded.cells if cell.cell_type == "markdown")
    code = [cell.source for cell in loaded.cells if cell.cell_type == "code"]
    assert prose.startswith("# English title")
    assert f"[Again]({ADDRESS}en/autograd/page/#again)" in prose
    for left in ("--8<--", "{ #", ".md)"):
        assert left not in prose
    assert code[0] == '%pip install -q "einops"'
    assert code[-1] == "!python unproven.py"
    assert run("\n".join(part for part in code if not part.startswith(("%", "!"))), tmp_path) == "True\n# > no output, but text 2\nnow\n"


def test_a_recipe_that_imports_a_recipe_is_named_with_its_line(root: Path) -> None:
    write(root, "src/torchbyexample/other.py", "x = 1\n")
    write(root, "src/torchbyexample/doubling.py", "import math\nfrom torchbyexample.other import x\n")
    with pytest.raises(Fault, match=r"doubling\.py:2: a recipe imports another recipe"):
        downloads.standalone(Known(Site(root), ADDRESS), "autograd/proven.py")


def test_everything_that_this_project_gives_is_python() -> None:
    known = Known(Site(ROOT), ADDRESS)
    for file in known.scripts():
        program = known.program(file)
        sections = known.script(file).sections
        for code in (
            downloads.standalone(known, file),
            program,
            *("\n".join(program.split("\n")[: known.end(f"{file}:{name}")]) for name in sections),
        ):
            compile(code, file, "exec")
            assert "from torchbyexample" not in code
            assert "--8<--" not in code


def test_a_download_prints_what_is_recorded_whichever_recipe_it_holds(tmp_path: Path) -> None:
    known = Known(Site(ROOT), ADDRESS)
    shortest = {}
    for recipe in known.recipes():
        users = [user for user in known.users(recipe) if not known.header(user)["gpus"]]
        shortest |= {min(users, key=lambda user: len(known.program(user))): recipe} if users else {}
    held = []
    for user in shortest:
        path = tmp_path / Path(user).name
        path.write_text(downloads.standalone(known, user), "utf-8")
        held.append(known.site.load(path))
    assert held
    with Pool(held) as pool:
        able = [download for download in held if not needs.missing(download, pool.machine)]
        assert able
        for download, number in [(download, pool.submit(download)) for download in able]:
            result = pool.result(number)
            assert not result.failure, f"{download.path.name}:{result.line}: {result.failure}\n{result.stderr}"
            assert list(judge.differences(download, result)) == [], download.path.name


# What programs read, and what the search finds


def test_the_markdown_for_programs_shows_code_and_absolute_links(known: Known) -> None:
    text = feeds.markdown(known, "en", "autograd/page")
    assert text.startswith("# English title\n\n``` python\nprint(double(1) < 3)\n# > True\n```")
    assert f"[Again]({ADDRESS}en/autograd/page/#again) and [front]({ADDRESS}en/)" in text
    assert f"]({ADDRESS}en/figures/autograd/plot.svg)" in text
    assert "``` mermaid" in text
    assert '+print("NOW")' in text
    for left in ("--8<--", "{ #", "data-program"):
        assert left not in text


def test_a_page_knows_its_address_in_every_language_and_how_to_mend_it(known: Known, root: Path) -> None:
    own = json.loads(feeds.site(known, "en"))
    assert own["nav"] == [{"Front page": "index.md"}, {"Autograd": ["autograd/index.md", "autograd/page.md"]}]
    context = around.page(own, "autograd/page/", "docs/en/autograd/page.md", root)
    assert [(site["code"], site["absolute"], site["relative"]) for site in context["languages"]] == [
        ("ko", f"{ADDRESS}autograd/page/", "../../../autograd/page/"),
        ("en", f"{ADDRESS}en/autograd/page/", "./"),
    ]
    assert context["mend"]["edit"].endswith("/edit/main/docs/en/autograd/page.md")
    assert "torch%3A+2.14.1" in context["mend"]["report"]
    assert around.page(own, "autograd/page.html", "", root)["languages"][0]["relative"] == "../../autograd/page.html"
    assert [site["relative"] for site in around.anywhere(own)["languages"]] == ["/", "/en/"]


def test_a_page_that_is_missing_somewhere_is_named(root: Path) -> None:
    (root / "docs/en/autograd/page.md").unlink()
    write(root, "docs/ko/autograd/stray.md", "# x\n")
    faults = json.loads(feeds.site(Known(Site(root), ADDRESS), "ko"))["faults"]
    assert faults == [
        "docs/ko/autograd/stray.md stands nowhere in data/nav.yml",
        "docs/en/autograd/page.md is missing: it is the counterpart of docs/ko/autograd/page.md; write it, or delete both",
        "docs/en/autograd/stray.md is missing: it is the counterpart of docs/ko/autograd/stray.md; write it, or delete both",
    ]


def test_two_changes_of_a_page_on_one_day_are_two_items_of_the_feed(root: Path) -> None:
    path = root / "data/changes.csv"
    path.write_text(path.read_text("utf-8") + "2026-01-31,autograd/page,changed,셋,Three\n", "utf-8")
    text = feeds.feed(Known(Site(root), ADDRESS), "en")
    place = f"{ADDRESS}en/autograd/page/"
    assert re.findall(r"<guid[^>]*>(.*)</guid>", text) == [
        f"{place}#changed-2026-01-31",
        f"{place}#changed-2026-01-31-2",
        f"{place}#new-2026-01-30",
    ]


def test_an_old_address_leads_to_the_new_one(known: Known, root: Path) -> None:
    text = feeds.redirect(known, "ko", "autograd/old", "autograd/page")
    assert 'content="0; url=../page/"' in text
    assert f'<link rel="canonical" href="{ADDRESS}autograd/page/">' in text
    write(root, "docs/ko/autograd/old.md", "# old\n")
    with pytest.raises(Fault, match=r"redirects\.csv:1: autograd/old cannot lead"):
        feeds.redirect(Known(Site(root), ADDRESS), "ko", "autograd/old", "autograd/page")


def test_the_search_finds_sections_messages_and_words_of_code(known: Known) -> None:
    entries = {entry["location"]: entry for entry in search.entries(known, "ko")}
    top = entries["autograd/page/"]
    assert (top["title"], top["page"]) == ("한글 제목", "한글 제목.")
    assert "한글제목" in top["phrases"]
    assert "Pair" in top["code"].split()
    assert entries["autograd/page/#error-no-such-key"]["title"] == "ValueError: no such key"
    assert "w^2 &lt; 3" in entries["autograd/page/#again"]["text"]
    assert search.words(known, "ko")["텐써"] == "텐서"


# Faults, and what is made again


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("docs/en/autograd/page.md", "proven.py:one", "proven.py:gone", "docs/en/autograd/page.md:9: .*has no section 'gone'"),
        ("docs/en/autograd/page.md", "unproven.py", "absent.py", "docs/en/autograd/page.md:26: .*there is no autograd/absent.py"),
        ("docs/en/autograd/page.md", "plot.svg", "absent.svg", "docs/en/autograd/page.md:33: .*this picture does not exist"),
        (
            "docs/en/autograd/page.md",
            "accTitle: A",
            "accTitle: B",
            "docs/en/autograd/page.md:41: this diagram is not drawn as it reads now",
        ),
        ("docs/en/autograd/page.md", "toml:louder", "toml:quiet", "docs/en/autograd/page.md:58: .*has no task 'quiet'"),
        ("docs/en/autograd/page.md", "## Errors", "<!-- nosuch -->\n\n## Errors", "there is no list 'nosuch'"),
        ("docs/figures/autograd/plot.svg", "</svg>", "", "docs/en/autograd/page.md:33: .*not SVG"),
        ("snippets/autograd/proven.py", "[end:two]", "[end:three]", "section 'three' ends"),
        ("records/cpu/autograd.json", "{", "", "records/cpu/autograd.json:1: not a record|not a record"),
    ],
    ids=["section", "file", "figure", "diagram", "task", "list", "svg", "snippet", "record"],
)
def test_a_fault_is_named_with_its_place(root: Path, name: str, old: str, new: str, message: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    write(root, name, text.replace(old, new, 1))
    with pytest.raises(Fault, match=message):
        page(Known(Site(root), ADDRESS))


def products(root: Path) -> tuple[Compiler, list[str]]:
    compiler = Compiler(Known(Site(root), ADDRESS), root / "build")
    return compiler, compiler.all()


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    write(root, name, text.replace(old, new))


def test_every_product_is_made_once_and_again_only_for_what_it_asked(root: Path) -> None:
    _, made = products(root)
    for name in ("ko/autograd/page.md", "en/llms.txt", "ko/downloads/autograd/proven.ipynb", "en/downloads/autograd/en/page.ipynb"):
        assert name in made
    assert {name for name in made if name.endswith("/index.html")} == {
        "ko.plain/autograd/old/index.html",
        "en.plain/autograd/old/index.html",
    }
    assert products(root)[1] == []
    change(root, "docs/en/autograd/page.md", "- a.", "- a cause.")
    assert {name for name in products(root)[1] if name.endswith(".md")} == {"en/autograd/page.md", "en.plain/autograd/page/index.md"}
    change(root, "snippets/autograd/changed.py", '"now"', '"later"')
    change(root, "snippets/autograd/changed.tasks.toml", '("now")', '("later")')
    made = products(root)[1]
    assert {"ko/autograd/page.md", "en/autograd/page.md", "en/downloads/autograd/changed.py"} <= set(made)
    assert "en/autograd/index.md" not in made


def test_what_no_longer_belongs_is_dropped(root: Path) -> None:
    products(root)
    (root / "docs/en/autograd/index.md").unlink()
    products(root)
    assert not (root / "build/en/autograd/index.md").exists()
    assert (root / "build/ko/autograd/index.md").is_file()


def test_a_preview_makes_the_page_that_was_saved(root: Path) -> None:
    compiler, _ = products(root)
    change(root, "docs/en/autograd/page.md", "- a.", "- a cause.")
    compiler.known.forget(pages_alone=True)
    assert compiler.pages() == ["en/autograd/page.md"]
    assert compiler.pages() == []


def test_the_head_of_a_column_says_so_and_a_long_name_in_a_heading_may_break_at_its_parts() -> None:
    from markdown import markdown

    def made(text: str) -> str:
        return markdown(text, extensions=["tables", "toc", "workshop.extension"])

    assert made("| a |\n|---|\n| b |").count('<th scope="col">a</th>') == 1
    assert "<code>Cuda<wbr />Out<wbr />Of<wbr />Memory<wbr />Error</code>" in made("## Of `CudaOutOfMemoryError`")
    assert "<code>nn.<wbr />utils.<wbr />clip_<wbr />grad_<wbr />norm_</code>" in made("# `nn.utils.clip_grad_norm_`")
    assert made("## OutOfMemoryError of `x`").endswith("Out<wbr />Of<wbr />Memory<wbr />Error of <code>x</code></h2>")
    assert "wbr" not in made("## `zero_grad`\n\n`CudaOutOfMemoryError`")


def test_recorded_output_is_output_to_pygments() -> None:
    from pygments.token import Comment, Generic

    from workshop.extension import ProvenLexer

    tokens = list(ProvenLexer().get_tokens("x = 1  # > no\n# > 1\n# ~ 2\n#! w\n# >3\n"))
    assert [value for kind, value in tokens if kind is Generic.Output] == ["# > 1"]
    assert [value for kind, value in tokens if kind is Generic.Output.Sample] == ["# ~ 2"]
    assert [value for kind, value in tokens if kind is Generic.Output.Warning] == ["#! w"]
    assert [value for kind, value in tokens if kind is Comment.Single] == ["# > no", "# >3"]
