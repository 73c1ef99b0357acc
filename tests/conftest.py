"""What several test files share: the built site, a server for it and a real browser."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import browser as system
import pytest

from workshop.home import home
from workshop.project import ROOT, Site

WEB = ROOT / "tests" / "web"
KINDS = {"text": "monitoring/wandb/", "figure": "parallel/overview/", "notebook": "walkthroughs/images-to-submission/"}  # a page each
FOLDERS = {code: language.folder for code, language in Site().languages.items()}  # language -> where its site stands


@functools.cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves as a static host does: text is compressed, and what does not exist is answered with the site's 404 page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        """A site that lies in a folder of its host (a fork's) names its files from there where no page knows how deep it is."""
        base = urlsplit(home().address).path
        return super().translate_path(f"/{path.removeprefix(base)}" if path.startswith(base) else path)

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            return super().send_head()  # redirects to the address with the slash
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
            if not path.is_file():
                return super().send_head()
        kind = self.guess_type(path)
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        zipped = text and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(path) if zipped else path.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)


def build(root: Path, into: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of the project at `root`, whose own workshop comes first on the path."""
    pytest.importorskip("material", reason="the documentation packages are not installed: `uv sync`")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(into)]
    environment = os.environ | {"PYTHONPATH": str(root / "src"), "NO_MKDOCS_2_WARNING": "1"} | variables
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=900, check=False)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What judges how quick a page is, comes when nothing runs beside it."""
    items.sort(key=lambda item: "lighthouse" in item.name)


Ahead = dict[str, Future]
# What other programs take long for, by the fixture that waits for it: made of an empty folder and of what was made before.
AHEAD: dict[str, Callable[[Path, Ahead], object]] = {}


@pytest.fixture(scope="session", autouse=True)
def ahead(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ahead]:
    """What the tests to come need of `AHEAD`: made one after the other beside the tests, in the order in which they need it."""
    asked = dict.fromkeys(name for item in request.session.items for name in getattr(item, "fixturenames", ()))
    given = {name for name, option in (("built_site", "--site"), ("disk", "--disk")) if request.config.getoption(option)}
    lane, made = ThreadPoolExecutor(1), Ahead()
    for name in sorted(asked.keys() & AHEAD.keys() - given, key=list(AHEAD).index):
        made[name] = lane.submit(AHEAD[name], tmp_path_factory.mktemp(name), made)
    yield made
    lane.shutdown(cancel_futures=True)


def site(folder: Path, _: Ahead) -> Path:
    done = build(ROOT, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


AHEAD["built_site"] = site


def taken_along(folder: Path, _: Ahead) -> Path:
    """The folder that a reader gets, as scripts/build_site.sh makes it."""
    done = build(ROOT, disk := folder / "한글 이름" / "torch-by-example", DIRECTORY_URLS="false")
    assert done.returncode == 0, done.stdout + done.stderr
    return disk


AHEAD["disk"] = taken_along


@pytest.fixture(scope="session")
def built_site(ahead: Ahead, request: pytest.FixtureRequest) -> Path:
    """The site of this project in both languages, as `mkdocs build --strict` makes it; or the one that `--site` names."""
    given = request.config.getoption("--site")
    return Path(given).resolve() if given else ahead["built_site"].result()


@pytest.fixture(scope="session")
def disk(ahead: Ahead, request: pytest.FixtureRequest) -> Path:
    """The site as readers take it along; or the one that `--disk` names."""
    given = request.config.getoption("--disk")
    return Path(given).resolve() if given else ahead["disk"].result()


def addresses(site: Path) -> Iterator[str]:
    """Where each page of the built site stands: `''`, `en`, `autograd/gradients-add-up` and so on."""
    for file in sorted(site.rglob("index.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # a page that only leads on
        yield file.parent.relative_to(site).as_posix().removeprefix(".")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on localhost and gives its address."""
    servers: dict[Path, http.server.ThreadingHTTPServer] = {}

    def start(folder: Path) -> str:
        if folder not in servers:
            servers[folder] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
            threading.Thread(target=servers[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


def without(what: str, needed: str = "CI") -> NoReturn:
    """Without its tool a test is skipped, but fails where the variable says that it is needed."""
    (pytest.fail if os.environ.get(needed) else pytest.skip)(what)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is (a system package)."""
    try:
        return system.chromium()
    except FileNotFoundError as error:
        without(f"{error}, to run the browser tests")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator:
    """A headless Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: `uv sync`")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=chromium, args=system.FLAGS)
        yield started
        started.close()


def node_program() -> str | None:
    """The Node that a Python package brings, or one on the PATH."""
    return shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


def node_tools() -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs a tool of tests/web, which npm installs, by the Node that a Python package brings."""
    program = node_program()
    if program is None or not (WEB / "node_modules").is_dir():
        without("no web tools: `uv run npm install --no-package-lock --prefix tests/web`")

    def run(tool: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [program, f"node_modules/{tool}", *arguments]
        return subprocess.run(command, cwd=WEB, env=os.environ | environment, capture_output=True, text=True, timeout=900, check=False)

    return run


@pytest.fixture(scope="session")
def node() -> Callable[..., subprocess.CompletedProcess[str]]:
    return node_tools()
