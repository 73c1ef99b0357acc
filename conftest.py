import pytest

pytest_plugins = ["proven.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("site", "the built site")
    group.addoption("--site", metavar="FOLDER", help="test the site that lies there, instead of building one")
    group.addoption("--disk", metavar="FOLDER", help="test the site for reading from disk that lies there, instead of building one")
    group.addoption(
        "--every-page",
        action="store_true",
        help="axe, Lighthouse and the browser that reads from disk look at every page, instead of a part",
    )
