"""The page about DataLoader names every argument of the installed version, in its order; each row leads to a run of it, here or on a page near."""

import inspect
import re

import pytest
from torch.utils.data import DataLoader

from workshop.project import ROOT

ARGUMENTS = list(inspect.signature(DataLoader).parameters)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_table_has_one_row_for_each_argument(language: str) -> None:
    page = (ROOT / "docs" / language / "data" / "dataloader.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`(\w+)`\]\((?:[\w-]+\.md)?#[\w-]+\) \|", page, re.MULTILINE) == ARGUMENTS


@pytest.mark.parametrize("argument", ARGUMENTS[1:])  # the first, dataset, is given in every call
def test_the_section_that_a_row_leads_to_uses_the_argument(argument: str) -> None:
    folder = ROOT / "docs" / "en" / "data"
    page = (folder / "dataloader.md").read_text(encoding="utf-8")
    ((elsewhere, anchor),) = re.findall(rf"^\| \[`{argument}`\]\(([\w-]+\.md)?#([\w-]+)\)", page, re.MULTILINE)
    if elsewhere:
        page = (folder / elsewhere).read_text(encoding="utf-8")
    section = page.split(f"{{ #{anchor} }}", 1)[1].split("\n#", 1)[0]
    embeds = re.findall(r'--8<-- "([\w/]+\.py):', section)
    code = "".join((ROOT / "snippets" / name).read_text(encoding="utf-8") for name in embeds)
    assert re.search(rf'\b{argument}=|"{argument}": ', code), f"{embeds} never give {argument}"
