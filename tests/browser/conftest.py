"""A real server on a free port over a small record, and Debian's Chromium on it."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from browser.talks import articles, fourth, write
from communique.web.app import create_app

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WAIT = 15_000


def add_fourth(record: Path, paths) -> str:
    """Stands for the build of an added article: the pages under test do not need the language models."""
    write(record, (fourth(),))
    return ""


@dataclass(frozen=True)
class Site:
    """A running server."""

    address: str
    record: Path
    app: object


@pytest.fixture
def site(tmp_path) -> Iterator[Site]:
    path = tmp_path / "talks.communique"
    write(path, articles())
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(path, build=add_fourth)
    config = uvicorn.Config(app, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{listening.getsockname()[1]}", path, app)
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.fail("no Chromium here; `python3 start.py test` installs it, or: apt install chromium")
    with sync_playwright() as runner:
        browser = runner.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Window:
    """A browser window that remembers what went wrong and what left the machine."""

    def __init__(self, browser, site: Site, **options) -> None:
        self.site = site
        self.context = browser.new_context(base_url=site.address, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT)
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda box: (self.errors.append("dialog"), box.dismiss()))
        self.page.on(
            "request", lambda own: None if own.url.startswith((site.address, "data:")) else self.foreign.append(own.url)
        )

    def open(self, path: str):
        answer = self.page.goto(path)
        assert answer is not None and answer.status == 200, (path, answer and answer.status)
        return self.page


@pytest.fixture
def window(chromium, site) -> Iterator[Window]:
    own = Window(chromium, site, viewport={"width": 1280, "height": 900})
    yield own
    own.context.close()
