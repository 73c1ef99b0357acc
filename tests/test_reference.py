"""The reference of the recipes: every public name with its signature and example, in both languages, with links that lead somewhere."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path

import pytest
import yaml

from workshop.mkdocs import TORCH
from workshop.project import ROOT, Site

LANGUAGES = list(Site().languages)

RECIPES = ROOT / "src" / "torchbyexample"
REFS = ROOT / "data" / "refs.yml"
NAMES = sorted(path.stem for path in RECIPES.glob("[!_]*.py"))
LABELS = {"ko": {"인자:", "속성:", "반환값:", "예외:", "예제:"}, "en": {"Parameters:", "Attributes:", "Returns:", "Raises:", "Examples:"}}
RECIPES_PAGES = "recipes"  # the chapter
FOLDERS = {"ko": RECIPES_PAGES, "en": f"en/{RECIPES_PAGES}"}


def public(recipe: str) -> list[ast.FunctionDef | ast.ClassDef]:
    tree = ast.parse((RECIPES / f"{recipe}.py").read_text("utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")]


def parameters(node: ast.FunctionDef | ast.ClassDef) -> list[str]:
    """What a caller gives: the parameters of a function, of a class's `__init__`, or the fields of a dataclass."""
    if isinstance(node, ast.ClassDef) and any(ast.unparse(part).startswith("dataclass") for part in node.decorator_list):
        return [part.target.id for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
    if isinstance(node, ast.ClassDef):
        inits = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
        return parameters(inits[0])[1:] if inits else []
    given = node.args
    return [part.arg for part in [*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg] if part]


def page(site: Path, language: str, recipe: str) -> str:
    text = (site / FOLDERS[language] / recipe / "index.html").read_text("utf-8")
    return text[text.index("<article") : text.index("</article>")]


def text_of(markup: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", markup))


def test_every_recipe_has_a_page_in_the_navigation() -> None:
    listed = yaml.safe_load((ROOT / "data" / "nav.yml").read_text("utf-8"))[RECIPES_PAGES]["pages"]
    assert sorted(listed) == [f"{RECIPES_PAGES}/{name}" for name in NAMES]
    for language in LANGUAGES:
        assert not [name for name in listed if not (ROOT / "docs" / language / f"{name}.md").is_file()]


@pytest.mark.parametrize("recipe", NAMES)
def test_a_recipe_documents_each_public_name_with_its_parameters_and_an_example(recipe: str) -> None:
    assert public(recipe)
    for node in public(recipe):
        docstring = ast.get_docstring(node) or ""
        assert re.search(r"^Examples:\n    >>> ", docstring, re.M), f"{recipe}.{node.name} has no `Examples:` section"
        documented = re.findall(r"^    (\w+): ", docstring.partition("Args:\n")[2].partition("\n\n")[0], re.M)
        assert documented == parameters(node), f"{recipe}.{node.name} documents {documented} under `Args:`"


@pytest.mark.parametrize("recipe", NAMES)
def test_what_is_returned_is_told_without_a_colon(recipe: str) -> None:
    """The reference reads what stands before one as a type."""
    told = re.findall(r"Returns:\n +(\S.*)", (RECIPES / f"{recipe}.py").read_text("utf-8"))
    assert not [line for line in told if ": " in line]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipe", NAMES)
def test_each_public_name_stands_on_its_page_with_signature_and_example(built_site: Path, recipe: str, language: str) -> None:
    markup = page(built_site, language, recipe)
    for node in public(recipe):
        ident = f"torchbyexample.{recipe}.{node.name}"
        assert f'href="#{ident}"' in markup.partition('class="doc')[0], f"the table above does not name {node.name}"
        own = markup.partition(f'id="{ident}"')[2].partition("<h3")[0].partition("<h2")[0]
        signature = text_of(re.search(r'<div class="[^"]*doc-signature.*?</pre>', own, re.S)[0])
        assert re.findall(r"(\w+): ", signature) == parameters(node)
        assert '<div class="language-pycon' in own, f"{ident} shows no example"
        assert f"{node.name}(" in text_of(own.partition("<details")[2]), f"{ident} does not show its source"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_speak_the_language_of_the_page(built_site: Path, language: str) -> None:
    pages = [page(built_site, language, recipe) for recipe in NAMES]
    assert {label for text in pages for label in re.findall(r'doc-section-title">(?:<span lang="ko">)?([^<]*)<', text)} == LABELS[language]
    everything = "".join(pages)
    words = {"ko": ("상속:", "기본값:", "소스 코드:"), "en": ("Bases:", "default:", "Source code in")}
    for name, own in words.items():
        assert all((word in re.sub("<pre.*?</pre>", "", everything, flags=re.S)) == (name == language) for word in own)


def test_both_languages_have_the_same_ids_and_links(built_site: Path) -> None:
    for recipe in NAMES:
        ours, theirs = (page(built_site, language, recipe).rpartition('class="proof ')[0] for language in LANGUAGES)
        for pattern in (r' id="([^"]+)"', r'href="(http[^"]+)"'):
            found = re.findall(pattern, ours)
            assert found == re.findall(pattern, theirs)
            assert found


def test_every_name_of_torch_leads_to_its_document(built_site: Path) -> None:
    pages = [page(built_site, language, recipe) for recipe in NAMES for language in LANGUAGES]
    unknown = {name for text in pages for name in re.findall(r'<span title="(torch\.[^"]+)"', text)}
    assert not unknown, f"add to data/{REFS.name}, each with its page of {TORCH}: {', '.join(sorted(unknown))}"
    rows = re.findall(r"^([\w.]+): (\S+)$", REFS.read_text("utf-8"), re.M)
    assert [name for name, _ in rows] == sorted(name for name, _ in rows)
    idle = [name for name, address in rows if not any(f'href="{TORCH}{address}"' in text for text in pages)]
    assert not idle, f"no recipe uses {', '.join(idle)}: remove from data/{REFS.name}"


def test_a_page_names_tests_that_exist(built_site: Path) -> None:
    for recipe in NAMES:
        for language in LANGUAGES:
            tests = re.findall(r'href="https://github.com/[^"]+/blob/main/(tests/[^"]+)"', page(built_site, language, recipe))
            assert tests == ["tests/recipes/test_doctests.py", f"tests/recipes/test_{recipe}.py"]
            assert all((ROOT / test).is_file() for test in tests)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recipe_and_the_pages_that_show_it_link_to_each_other(language: str) -> None:
    pages = Site().pages(language)
    for recipe in NAMES:
        own = pages[f"{RECIPES_PAGES}/{recipe}"]
        assert [item.what for item in own.of("reference")] == [f"torchbyexample.{recipe}"]
        embed = f"torchbyexample/{recipe}.py"
        assert embed in [item.what for item in own.of("embed")]
        users = [other for other in pages.values() if other is not own and embed in [item.what for item in other.of("embed")]]
        for user in users:
            assert f"../{RECIPES_PAGES}/{recipe}.md" in [item.what for item in user.of("link")], user.path
            assert any(f"../{user.name}.md" == item.what.partition("#")[0] for item in own.of("link")), f"{own.path}: link to {user.name}"


def test_other_pages_carry_nothing_of_the_reference(built_site: Path) -> None:
    for file in built_site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "_mkdocstrings" not in text
        if file.parent.parent.name != "recipes":
            assert "doc-object" not in text, file


def test_other_sites_can_link_to_the_reference(built_site: Path) -> None:
    inventories = [(built_site / folder / "objects.inv").read_bytes() for folder in (".", "en")]
    assert all(inventory.startswith(b"# Sphinx inventory version 2") for inventory in inventories)
