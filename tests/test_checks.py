"""Each fault of a page is found, with its file and line; what is right is left alone."""

import json
from pathlib import Path

import pytest

from proven.fault import Fault
from workshop.check import CHECKS, review
from workshop.project import Site

SNIPPET = '''# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = ["sum.adds"]
# figures = ["curve.svg"]
# ///
"""Adds."""

# --8<-- [start:sum]
print(1 + 1)
# > 2
print(0.25)
# ~ took 0.25 s
# --8<-- [end:sum]
'''

# The same lines in both languages; tests put faults at known places.
PAGE = """---
title: {title}
description: {description}
---

# {title} {{ #sums }}

{answer}

``` python
--8<-- "math/sum.py:sum"
```

![{alt}](../figures/math/curve.svg)

## {table} {{ #options }}

| a | b |
|---|---|
| 1 | 2 |

!!! note "{note}"
    {note}

``` bash
pytest
```

[{link}](sum.md#options)
"""
KOREAN = PAGE.format(title="덧셈", description="더하기", answer="둘은 더하면 둘입니다.", alt="곡선", table="표", note="노트", link="표")
ENGLISH = PAGE.format(
    title="Sums", description="Adding", answer="One and one is two.", alt="A curve", table="Table", note="Note", link="table"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "snippets/math/sum.py": SNIPPET,
        "docs/ko/math/sum.md": KOREAN,
        "docs/en/math/sum.md": ENGLISH,
        "docs/ko/math/index.md": "---\ntitle: 수학\ndescription: 수학\n---\n\n# 수학 { #math }\n",
        "docs/en/math/index.md": "---\ntitle: Maths\ndescription: Maths\n---\n\n# Maths { #math }\n",
        "docs/figures/math/curve.svg": "<svg/>",
        "data/claims.csv": ("id,verdict,page,claim\nsum.adds,true,math/sum|errors/sums,It adds\nsum.other,wrong,math/other,It does not\n"),
        "data/changes.csv": "date,page,kind,ko,en\n2026-01-31,math/sum,new,합,Sum\n",
        "data/queries.csv": "language,kind,query,page\nko,noun,합,math/sum\nen,noun,sum,math/sum|math/index\n",
        "data/nav.yml": "math:\n  ko: 수학\n  en: Maths\n  pages:\n    - math/sum\n",
        "data/glossary.csv": (
            "en,ko,avoid,allow\nloss,손실,로스,로스앤젤레스\ngradient,기울기,변화도|그래디언트,변화도 \n"
            "data loader,데이터로더,데이터 로더,\ncomprehension,컴프리헨션,내포,내포합|내포하\nfocal loss,포컬 로스,초점 손실,\n"
        ),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    read(tmp_path)
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def check(name: str, root: Path) -> list[Fault]:
    project = Site(root)
    return list(CHECKS[name](project, project.all_pages()))


def check_page(root: Path) -> list[Fault]:
    return check("form", root) + check("blocks", root)


def read(root: Path) -> None:
    """Record every page as read."""
    project = Site(root)
    review.done(project, project.pages("ko"))


def found(faults: list[Fault], root: Path) -> list[str]:
    return [f"{fault.path.relative_to(root).as_posix()}:{fault.line}: {fault.what}" for fault in faults]


def test_a_right_project_has_no_fault(root: Path) -> None:
    for name in CHECKS:
        assert found(check(name, root), root) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Sums\n", "", "1: the front matter has no title"),
        ("description: Adding", "description: a: b", "3: the front matter is not YAML"),
        (" { #options }", "", "16: the heading 'Table' has no id"),
        ("{ #options }", "{ #sums }", "16: the id #sums stands twice (first on line 6)"),
        ("## Table { #options }", "Table\n-----", "16: an underlined heading"),
        ("sum.py:sum", "total.py:sum", "11: there is no math/total.py to embed"),
        ("sum.py:sum", "sum.py:total", "11: math/sum.py: has no section 'total'"),
        ("sum.py:sum", "sum.py:2:4", "11: an embed by line number (2:4)"),
        ('"math/sum.py:sum"', "", "11: not an embed"),
        ('``` python\n--8<-- "math/sum.py:sum"\n```', '> ``` python\n> --8<-- "math/sum.py:sum"\n> ```', "10: a fence inside a blockquote"),
        ("--8<--", "x = 1\n--8<--", "11: Python on a page that is not one embed of a snippet"),
        ("--8<--", '--8<-- "math/sum.py:sum"\n--8<--', "10: Python on a page that is not one embed of a snippet"),
        ('--8<-- "math/sum.py:sum"', "print(2)", "11: Python on a page that is not one embed of a snippet"),
        ("``` bash", "```", "25: a fence without a label"),
        ("``` bash", "``` pycon", "25: a fence labelled 'pycon'"),
        ("is two.\n", "is two.\n\n``` text\nloss 0.3\n```\n", "10: a fence labelled 'text'"),
        ("is two.\n", "is two.\n\n``` yaml\nlr: 0.3\n```\n", "10: a fence labelled 'yaml'"),
        ("pytest\n", "pytest\nmodel = f(1)\n", "25: Python in a fence labelled 'bash'"),
        ("pytest\n", "$ print(1)\n", "25: Python in a fence labelled 'bash'"),
        ("pytest\n", ">>> 1 + 1\n2\n", "25: Python in a fence labelled 'bash'"),
        ("is two.\n", "is two.\n\n>>> 1 + 1\n2\n", "10: a session at the prompt"),
        ("is two.\n", "is two.\n\n<pre>loss 0.3</pre>\n", "10: code as HTML"),
        ("is two.\n", "is two.\n\n<div markdown><code>x = 1</code></div>\n", "10: code as HTML"),
        ("is two.\n", "is two.\n\n`x = torch.ones(2)`\n", "10: a line of code that nobody ran"),
        ("is two.", "is two: `x = torch.ones(2); y = x + 1`.", "8: a script in backquotes"),
        ("is two.", "is two: `x = torch.ones(2) + torch.ones(2) + torch.ones(2) + torch.ones(2)`.", "8: a script in backquotes"),
        ("pytest\n", "python -c 'if 1: pass'\n", "25: Python in a fence labelled 'bash'"),
        ("pytest\n", "python - <<E\npass\nE\n", "25: Python in a fence labelled 'bash'"),
        ("is two.", "is two: `#!python x = 1; y = 2`.", "8: a script in backquotes"),
        ("is two.\n", "is two.\n\n> x = torch.ones(2)\n> print(x)\n", "10: a line of code as prose"),
        ("pytest\n", "pytest\n```\n\n``` diff\n- a\n+ b\n", "29: a change that nobody ran"),
        ("[table]", "1. Try.\n\n## Try it { #try-it }\n\n1. Set `a` to b.\n\n[table]", "33: task 1 has no executed answer"),
        ("[table]", '## Try it { #try-it }\n\n1. Set it.\n\n    ??? success "Answer"\n        Two.\n\n[table]', "31: task 1 has no"),
        ("sum.py:sum", "sum.tasks.toml:more", "11: there is no math/sum.tasks.toml to embed"),
        ("is two.", "TODO(page): say it.", "8: not written yet: One and one TODO(page): say it."),
        ("``` bash", "~~~ { .python3 }", "25: a fence that is never closed"),
        ("``` python", "``` text", "10: an embed in a fence labelled 'text'"),
        ('``` python\n--8<-- "math/sum.py:sum"\n```', '--8<-- "math/sum.py:sum"', "10: an embed outside a fence"),
        ("is two.\n", "is two.\n\n    print(2)\n", "10: an indented code block"),
        ("A curve", "", "14: the figure ../figures/math/curve.svg has no alt text"),
        ("curve.svg", "line.svg", "14: nothing draws the figure math/line.svg"),
        ("../figures/math/curve.svg", "curve.svg", "14: the figure curve.svg is none of docs/figures/"),
        ("(sum.md#options)", "(sum.md#none)", "29: the link sum.md#none: math/sum has no #none"),
        ("(sum.md#options)", "(#none)", "29: the link #none: math/sum has no #none"),
        ("(sum.md#options)", "(total.md)", "29: the link total.md leads to no page"),
        ("(sum.md#options)", "(../../ko/math/sum.md)", "29: the link ../../ko/math/sum.md leads to no page"),
    ],
)
def test_a_fault_of_a_page_is_found(root: Path, old: str, new: str, expected: str) -> None:
    edit(root, "docs/en/math/sum.md", old, new)
    try:
        faults = check_page(root)
    except Fault as error:
        faults = [error]
    assert any(line.startswith(f"docs/en/math/sum.md:{expected}") for line in found(faults, root)), found(faults, root)
    assert all(fault.mend for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        "`x = [a](b)` and `--8<--` are text.",
        "``` bash\n--- a line\n> ```\n```",
        "> a quotation\n> in two lines",
        "> ``` bash\n> quoted\n> ```",
        "1. An item\n\n    its second paragraph\n\n    ``` bash\n    ls\n    ```",
        "!!! note\n    Text\n\n    - an item\n\n        deeper",
        "[elsewhere](https://example.org/#x) and <https://example.org>",
        "Text <!-- ![](x.svg) -->",
        "`model.train()` stands in a line, and `x = 1` is short. `>>> 1` and `<pre>` are text.",
        "`loss` and `nn.Linear(2, 2)` stand alone.\n\n`math/sum.py`",
        "``` bash\npip install torch\npython train.py --lr 0.1\n```",
        "<!--\n## Later\n\n    x = 1\n-->",
        "```` bash\n``` python\nls -l\n```\n````",
    ],
)
def test_what_is_right_is_left_alone(root: Path, text: str) -> None:
    edit(root, "docs/en/math/sum.md", "``` bash", f"{text}\n\n``` bash")
    assert found(check_page(root), root) == []


def test_what_no_page_shows_is_found_in_either_language(root: Path) -> None:
    edit(root, "docs/en/math/sum.md", '``` python\n--8<-- "math/sum.py:sum"\n```', "")
    assert found(check_page(root), root) == ["snippets/math/sum.py:11: section 'sum' is embedded on no page in en"]
    edit(root, "snippets/math/sum.py", "# --8<-- [start:sum]\n", "")
    edit(root, "snippets/math/sum.py", "# --8<-- [end:sum]\n", "")
    assert "snippets/math/sum.py:1: it is embedded on no page in ko and en" in found(check_page(root), root)


def test_a_recipe_is_embedded_like_a_snippet(root: Path) -> None:
    recipe = root / "src/torchbyexample/add.py"
    recipe.parent.mkdir(parents=True)
    (recipe.parent / "__init__.py").write_text("", "utf-8")
    recipe.write_text("# --8<-- [start:add]\nadd = sum\n# --8<-- [end:add]\n", "utf-8")
    assert found(check_page(root), root) == ["src/torchbyexample/add.py:1: section 'add' is embedded on no page in ko and en"]
    for language in ("ko", "en"):
        edit(root, f"docs/{language}/math/sum.md", "``` bash", '``` python\n--8<-- "torchbyexample/add.py"\n```\n\n``` bash')
    assert found(check_page(root), root) == []
    read(root)
    edit(root, "src/torchbyexample/add.py", "sum", "max")
    assert found(check("review", root), root) == ["docs/ko/math/sum.md:16: #options: changed: torchbyexample/add.py"]


def test_a_figure_is_drawn_by_a_snippet_or_a_script_and_shown(root: Path) -> None:
    (root / "docs/figures/math/curve.svg").unlink()
    expected = "docs/ko/math/sum.md:14: docs/figures/math/curve.svg does not exist"
    assert expected in found(check_page(root), root)
    for language in ("ko", "en"):
        edit(root, f"docs/{language}/math/sum.md", "curve.svg", "shot.png")
    assert "snippets/math/sum.py:1: no page shows the figure math/curve.svg" in found(check_page(root), root)
    edit(root, "snippets/math/sum.py", '# figures = ["curve.svg"]\n', "")
    (root / "docs/figures/math/shot.png").write_bytes(b"")
    (root / "data/screenshots.csv").write_text("figure,script\nmath/shot.png,scripts/shoot.py\n", "utf-8")
    with pytest.raises(Fault, match=r"screenshots.csv:2: there is no script scripts/shoot.py"):
        check_page(root)
    (root / "scripts").mkdir()
    (root / "scripts/shoot.py").write_text("", "utf-8")
    assert found(check_page(root), root) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("description", "summary", ":1: front matter keys title, description; {other}:1 has title, summary"),
        ("## Table { #options }", "### Table { #options }", ":16: heading `## options`; {other}:16 has heading `### options`"),
        ("## Table { #options }\n", "", ":16: heading `## options`; {other}:17 has nothing here"),
        ("sum.py:sum", "sum.py", ":11: embed `math/sum.py:sum`; {other}:11 has embed `math/sum.py`"),
        ("curve.svg", "line.svg", ":14: figure `../figures/math/curve.svg`; {other}:14 has figure `../figures/math/line.svg`"),
        ("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |", ":18: table `2 x 2`; {other}:18 has table `3 x 2`"),
        ("!!! note", "!!! tip", ":22: admonition `!!! note`; {other}:22 has admonition `!!! tip`"),
        ("sum.md#options", "sum.md", ":29: link `sum.md#options`; {other}:29 has link `sum.md`"),
        ("pytest\n", "pytest -q\n", ":25: fence `bash | pytest`; {other}:25 has fence `bash | pytest -q`"),
        ("One and", "## New { #new }\n\nOne and", ":10: nothing here; {other}:8 has heading `## new`"),
    ],
)
def test_a_gap_between_the_languages_names_both_places(root: Path, old: str, new: str, expected: str) -> None:
    edit(root, "docs/en/math/sum.md", old, new)
    assert found(check("parity", root), root) == ["docs/ko/math/sum.md" + expected.format(other=(root / "docs/en/math/sum.md").as_posix())]


def test_a_page_without_its_counterpart_is_a_gap(root: Path) -> None:
    (root / "docs/ko/math/sum.md").unlink()
    assert found(check("parity", root), root) == ["docs/en/math/sum.md:1: docs/ko/math/sum.md does not exist"]


@pytest.mark.parametrize(
    "text", ["로스를", "**로스**는", "MSE 로스", "MSE로스가", "(로스)", "그래디언트의", "변화도를", "데이터 로더", "데이터\n로더", "내포를"]
)
def test_an_avoided_word_is_found(root: Path, text: str) -> None:
    edit(root, "docs/ko/math/sum.md", "둘은", text)
    faults = check("glossary", root)
    assert len(faults) == 1, text
    assert found(faults, root)[0].startswith("docs/ko/math/sum.md:8: ")
    assert any(right in faults[0].mend for right in ("손실", "기울기", "데이터로더", "컴프리헨션"))


@pytest.mark.parametrize(
    "text",
    [
        "크로스 엔트로피",
        "포컬 로스는",
        "로스앤젤레스에서",
        "변화도 없이",
        "`로스`",
        "[손실](https://ko.example.org/로스)",
        "내포합니다",
        "손실을",
        "데이터\n\n로더",
    ],
)
def test_other_words_and_code_are_left_alone(root: Path, text: str) -> None:
    edit(root, "docs/ko/math/sum.md", "둘은", text)
    assert found(check("glossary", root), root) == []


def test_front_matter_and_alt_text_are_prose(root: Path) -> None:
    edit(root, "docs/ko/math/sum.md", "더하기", "로스")
    edit(root, "docs/ko/math/sum.md", "곡선", "로스 곡선")
    assert found(check("glossary", root), root) == [
        "docs/ko/math/sum.md:3: '로스' is not our word",
        "docs/ko/math/sum.md:14: '로스' is not our word",
    ]


def test_a_page_has_no_more_blocks_than_somebody_reads(root: Path) -> None:
    block = '\n``` python\n--8<-- "math/sum.py:sum"\n```\n'
    for number, expected in ((25, []), (26, ["docs/en/math/sum.md:1: 27 blocks of code"])):
        (root / "docs/en/math/sum.md").write_text(ENGLISH + block * number, "utf-8")
        assert [fault for fault in found(check("blocks", root), root) if "blocks of code" in fault] == expected


def test_each_explained_term_and_its_page_are_there(root: Path) -> None:
    (root / "data/explained.csv").write_text("term,page\nloss,math/sum\nlos,math/sum\ngradient,math/sums\n")
    assert found(check("glossary", root), root) == [
        "data/explained.csv:3: 'los' is no term of the glossary",
        "data/explained.csv:4: math/sums, which explains 'gradient', is no page",
    ]


def test_a_word_is_not_both_ours_and_avoided(root: Path) -> None:
    edit(root, "data/glossary.csv", "컴프리헨션,내포", "컴프리헨션,손실")
    with pytest.raises(Fault, match=r"glossary.csv:5: '손실' is the right word or avoided in another row"):
        check("glossary", root)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("data/claims.csv", "math/sum|errors/sums", "math/other", "data/claims.csv:2: sum.adds: not settled on math/other"),
        ("snippets/math/sum.py", '"sum.adds"', '"sum.adds", "sum.ads"', "snippets/math/sum.py:6: there is no claim 'sum.ads'"),
    ],
)
def test_ledger_headers_and_pages_must_agree(root: Path, file: str, old: str, new: str, expected: str) -> None:
    edit(root, file, old, new)
    assert found(check("claims", root), root) == [expected]


@pytest.mark.parametrize("row", ["sum.adds,true,math/sum,again", "x,maybe,math/sum,x", "x,true", "x,true,math/sum,a,b"])
def test_a_row_that_is_no_claim_is_found(root: Path, row: str) -> None:
    with (root / "data/claims.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(Fault, match=r"claims.csv:4: not a claim"):
        check("claims", root)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("en,noun,sum,math/sum|", "en,noun,sum,", "1: no row of language en leads to math/sum"),
        ("math/sum|math/index", "math/sum|math/gone", "3: 'sum' leads to math/gone, which is no page"),
        ("ko,noun", "en,noun,sum,math/sum\nko,noun", "4: 'sum' stands twice (first on line 2)"),
    ],
)
def test_questions_and_pages_must_agree(root: Path, old: str, new: str, expected: str) -> None:
    edit(root, "data/queries.csv", old, new)
    assert found(check("queries", root), root) == [f"data/queries.csv:{expected}"]


def test_a_row_that_is_no_query_is_found(root: Path) -> None:
    edit(root, "data/queries.csv", "ko,noun", "fr,noun")
    with pytest.raises(Fault, match=r"queries.csv:2: not a query"):
        check("queries", root)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("docs/ko/math/sum.md", "둘입니다", "2입니다", "docs/en/math/sum.md:6: #sums: changed: ko text"),
        ("docs/en/math/sum.md", "is two", "is 2", "docs/ko/math/sum.md:6: #sums: changed: en text"),
        ("docs/en/math/sum.md", "description: Adding", "description: Add", "docs/ko/math/sum.md:6: #sums: changed: en text"),
        ("docs/en/math/sum.md", "[table]", "[the table]", "docs/ko/math/sum.md:16: #options: changed: en text"),
        ("docs/en/math/sum.md", "| 1 |", "| one |", "docs/ko/math/sum.md:16: #options: changed: en text"),
        ("snippets/math/sum.py", "# > 2", "# > 3", "docs/ko/math/sum.md:6: #sums: changed: math/sum.py:sum"),
        ("snippets/math/sum.py", "1 + 1", "2 + 0", "docs/ko/math/sum.md:6: #sums: changed: math/sum.py:sum"),
        ("snippets/math/sum.py", "# ~ took", "# ~ lasted", "docs/ko/math/sum.md:6: #sums: changed: math/sum.py:sum"),
    ],
)
def test_a_change_makes_its_section_stale_where_it_must_be_read(root: Path, file: str, old: str, new: str, expected: str) -> None:
    edit(root, file, old, new)
    assert found(check("review", root), root) == [expected]
    read(root)
    assert check("review", root) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("snippets/math/sum.py", "# ~ took 0.25 s", "# ~ took 1.75e-03 s"),
        ("snippets/math/sum.py", '"""Adds."""', '"""Adds two numbers."""'),
        ("docs/ko/math/sum.md", "둘입니다.\n", "둘입니다.  \n"),
    ],
)
def test_what_varies_or_is_not_shown_makes_nothing_stale(root: Path, file: str, old: str, new: str) -> None:
    edit(root, file, old, new)
    assert found(check("review", root), root) == []


def test_pages_that_differ_cannot_be_recorded_as_read(root: Path) -> None:
    edit(root, "docs/en/math/sum.md", "!!! note", "!!! tip")
    before = (root / "data/reviews.json").read_bytes()
    with pytest.raises(Fault, match=r"docs/ko/math/sum.md:22: admonition"):
        read(root)
    with pytest.raises(Fault, match="there is no such page"):
        review.done(Site(root), ["math/none"])
    assert (root / "data/reviews.json").read_bytes() == before


def test_a_page_that_is_not_written_cannot_be_recorded_as_read(root: Path) -> None:
    edit(root, "snippets/math/sum.py", "Adds.", "TODO(page): what it shows.")
    with pytest.raises(Fault, match=r"snippets/math/sum.py:9: not written yet"):
        read(root)


def test_a_chapter_without_an_index_is_found(root: Path) -> None:
    (root / "docs/en/math/index.md").unlink()
    assert "data/nav.yml:1: the chapter 'math' has no docs/en/math/index.md" in found(check("form", root), root)


def test_a_page_that_is_gone_is_dropped_from_the_reviews(root: Path) -> None:
    for language in ("ko", "en"):
        (root / f"docs/{language}/math/sum.md").rename(root / f"docs/{language}/math/total.md")
    assert found(check("review", root), root)[0] == "docs/ko/math/total.md:6: #sums: never read in both languages"
    read(root)
    assert list(json.loads((root / "data/reviews.json").read_text("utf-8"))) == ["math/index", "math/total"]
