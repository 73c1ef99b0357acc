"""Notebook pages: mkdocs-jupyter runs the cells, and what comes back is Markdown, so that a notebook is a page like every other.

By itself mkdocs-jupyter renders with a template of nbconvert: half a megabyte of styles a page, no ids in Korean, links that nobody
checks. The template here hands the executed notebook through, and MkDocs and the other hooks do the rest.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import posixpath
import re
from datetime import datetime
from importlib.metadata import distributions, version
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

import jupytext  # type: ignore[import-untyped]
import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, meta
from mkdocs_jupyter.config import settings  # type: ignore[import-untyped]
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from proven.fault import Fault
from proven.run import machine
from proven.script import ROOT
from workshop import page as pages
from workshop.site.blocks import WORDS
from workshop.site.languages import FOLDERS, language, root, up

MATPLOTLIBRC = Path(machine.__file__).with_name("matplotlibrc")
TEMPLATES = {"mkdocs_html/notebook.html.j2": "{{ nb | tojson }}", "mkdocs_md/md-no-codecell.md.j2": ""}
# What every notebook runs with: an empty folder of its own, and figures like those of the snippets.
# TensorBoard takes TensorFlow if it finds it, which is slow and may crash; the last name is its own switch to do without.
PROFILE = """
c.IPKernelApp.log_level = "ERROR"
c.InlineBackend.figure_formats = {"svg"}
c.InteractiveShellApp.exec_lines = [
    "import os, sys, types",
    "os.chdir(os.environ['IPYTHONDIR'] + '/empty')",
    "os.environ.update(OMP_NUM_THREADS='1', CUDA_VISIBLE_DEVICES='')",
    "sys.modules['tensorboard.compat.notf'] = types.ModuleType('notf')",
]
"""
_HERE = re.compile(r"Cell In\[(\d+)\], line (\d+)")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_ID = re.compile(r"^(#{1,6} .*?) *\{ *#[\w-]+ *\}$", re.M)
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:)([^)\s#]*)(#[\w-]+)?(?=\))")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """What was run is kept for as long as nothing else is installed, on the same kind of machine."""
    installed = sorted(f"{package.name}=={package.version}" for package in distributions())
    key = hashlib.sha256("\n".join([PROFILE, machine.cpu_name(), platform.python_version(), *installed]).encode()).hexdigest()[:12]
    jupyter = config.plugins["mkdocs-jupyter"].config
    jupyter["cache_dir"] = str(ROOT / jupyter["cache_dir"] / key)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The downloads, of both languages in one place."""
    if language(config) == "ko":
        for code in FOLDERS:
            for path in filter(pages.is_notebook, pages.paths(code, ROOT)):
                name = path.relative_to(ROOT / "docs" / code).with_suffix(".ipynb")
                text = download(path, root(config) + FOLDERS[code])
                files.append(File.generated(config, f"downloads/{_download(name.as_posix(), code)}", content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    path = Path(page.file.abs_src_path or "")
    if not pages.is_notebook(path):
        return markdown
    try:
        cells = _run(path, page, config, files)
        text = "\n\n".join(_cell(cell, path, line, page, config, files) for cell, line in cells)
    except Fault as error:
        raise PluginError(str(error)) from None
    text, page.meta = meta.get_data(text)
    proof = _proof([cell for cell, _ in cells], page, config)
    return re.sub(r"^# .*$", lambda title: f"{title[0]}\n\n{proof}", text, count=1, flags=re.M)


def download(path: Path, site: str) -> str:
    """The notebook as an .ipynb without outputs, which installs what it needs and whose links lead to the site."""
    notebook = jupytext.read(path)
    folder = path.parent.relative_to(ROOT / "docs").as_posix().partition("/")[2]
    front = meta.get_data(notebook.cells.pop(0).source + "\n")[1]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _LINK.sub(lambda link: _absolute(link, folder, site), _ID.sub(r"\1", cell.source))
    if "packages" in front:
        notebook.cells.insert(1, new_code_cell(f"%pip install -q {front['packages']}"))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # jupytext draws them at random
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _absolute(link: re.Match, folder: str, site: str) -> str:
    page = posixpath.splitext(posixpath.normpath(posixpath.join(folder, link[1])))[0].removesuffix("index").rstrip("/")
    return urljoin(site, f"{page}/{link[2] or ''}")


def _download(name: str, code: str) -> str:
    """`chapter/page.ipynb` -> `chapter/ko/page.ipynb`."""
    return posixpath.join(posixpath.dirname(name), code, posixpath.basename(name))


def _run(path: Path, page: Page, config: MkDocsConfig, files: Files) -> list[tuple[NotebookNode, int]]:
    """The cells as mkdocs-jupyter ran them, now or when they last changed; each code cell with the line before its code.

    Raises:
        Fault: a cell failed.
    """
    lines = [item.line for item in pages.load_page(path, ROOT).of("cell")]
    with TemporaryDirectory() as folder:
        texts = TEMPLATES | {"profile_default/ipython_kernel_config.py": PROFILE}
        for name, text in texts.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text, "utf-8")
        Path(folder, "empty").mkdir()
        settings.templates_dir = folder
        os.environ |= {"IPYTHONDIR": folder, "MATPLOTLIBRC": str(MATPLOTLIBRC)}
        try:
            page.render(config, files)  # mkdocs-jupyter has put its own in the place of MkDocs'
        except CellExecutionError as error:
            where = _HERE.search(_COLOUR.sub("", error.traceback))
            line = lines[int(where[1]) - 1] + int(where[2]) if where else 1
            raise Fault(path, line, f"this cell fails: {error.ename}: {error.evalue}", "correct it; nothing was built") from None
        except DeadKernelError as error:
            raise Fault(path, 1, f"its kernel died: {error}", "run it as a script to see where") from None
    del page.render
    numbers = iter(lines)
    cells = nbformat.from_dict(json.loads(page.content or "")).cells
    return [(cell, next(numbers) if cell.cell_type == "code" else 0) for cell in cells]


def _cell(cell: NotebookNode, path: Path, line: int, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A cell as Markdown: code with what it printed as comments, as in a snippet, and its figures."""
    if cell.cell_type != "code":
        return cell.source
    printed, figures = "", []
    for output in cell.outputs:
        data = output.get("data", {})
        if output.output_type == "error" or output.get("name") == "stderr":
            said = output.get("evalue") or output.text.strip()
            raise Fault(path, line + 1, f"this cell warns: {said}", "use what the warning recommends")
        if "image/svg+xml" in data:
            figures.append(_figure(data["image/svg+xml"], cell.metadata.get("alt"), path, line, page, config, files))
        else:
            printed += output.get("text") or data.get("text/plain", "") + "\n"
    lines = [cell.source, *(f"# > {text}".rstrip() for text in printed.splitlines())]
    return "\n".join(["``` python", *lines, "```", *figures])


def _figure(svg: str, alt: str | None, path: Path, line: int, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A drawing as a file of the site beside those of the snippets, and the image that shows it."""
    if not alt:
        raise Fault(path, line, "a figure without alt text", 'say in the page\'s language what it shows: # %% alt="..."')
    stem = f"figures/{posixpath.splitext(page.file.src_uri)[0]}"
    number = 1 + sum(file.src_uri.startswith(f"{stem}-") for file in files)
    folder = Path(config.plugins["mkdocs-jupyter"].config["cache_dir"])
    file = File(f"{stem}-{number}.svg", str(folder), config.site_dir, config.use_directory_urls)
    (folder / file.src_uri).parent.mkdir(parents=True, exist_ok=True)
    (folder / file.src_uri).write_text(svg, "utf-8")
    files.append(file)
    return f"\n![{alt}]({get_relative_url(file.src_uri, page.file.src_uri)})"


def _proof(cells: list[NotebookNode], page: Page, config: MkDocsConfig) -> str:
    """The line under the title: where and when these cells ran, and where to get them."""
    words, code = WORDS[language(config)], language(config)
    times = [datetime.fromisoformat(time) for cell in cells for time in cell.metadata.get("execution", {}).values()]
    seconds, date = (max(times) - min(times)).total_seconds(), f"<time>{min(times).date()}</time>"
    facts = [machine.cpu_name(), f"torch {version('torch')}", f"Python {platform.python_version()}", words["seconds"].format(seconds), date]
    name = f"downloads/{_download(posixpath.splitext(page.file.src_uri)[0], code)}.ipynb"
    links = [
        f'<a href="{up(page, config)}{name}" download>{posixpath.basename(name)}</a>',
        f'<a href="https://colab.research.google.com/github/{config.extra["published"]}/{name}">{words["colab"]}</a>',
    ]
    proven = f'<span class="proven">{words["proven"].format(device="CPU", facts=", ".join(facts))}</span>'
    return f'<p class="proof notebook">{" · ".join([proven, *links])}</p>'
