"""Records of fiction, and a page of one in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.report import build

from .desk import Desk
from .fictions import large_desk, odd_desk

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def odd() -> Desk:
    return odd_desk()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if BROWSER is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=BROWSER,
            args=[
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports on the odd record and on a middling one, written once."""
    folder = tmp_path_factory.mktemp("report")
    paths = {name: folder / f"{name}.html" for name in ("odd", "middling")}
    build(odd_desk(), paths["odd"], title="The harbour of Sel")
    build(large_desk(30, 8), paths["middling"], title="The strait")
    return paths


@pytest.fixture
def open_page(browser: Any, pages: dict[str, Path]) -> Iterator[Callable[..., Any]]:
    """Opens a report from disk. At the end: nothing was asked of a network, nothing complained."""
    contexts, asked, complaints = [], [], []

    def note(route: Any) -> None:
        asked.append(route.request.url)
        route.continue_()

    def open_one(
        name: str,
        width: int = 1600,
        height: int = 1000,
        view: str = "",
        path: Path | None = None,
        **options: Any,
    ) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.route("**/*", note)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((path or pages[name]).as_uri() + view)
        page.wait_for_selector("#table tbody tr")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert all(url.startswith("file://") for url in asked)
    assert complaints == []


@pytest.fixture
def page_path(tmp_path: Path) -> Path:
    return tmp_path / "report.html"
