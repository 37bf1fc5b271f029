"""A real desktop for the tests of this folder, or the reason why there is none."""

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.parts import missing_parts


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """With CI=true nothing of this folder may be left out unseen."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and item.get_closest_marker("desktop"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"CI=true, and this was left out: {reason}"
    return report


@pytest.fixture
def desktop_parts() -> tuple[str, ...]:
    """What a whole desktop has; skips the test, with the reason, where this system lacks a part of it."""
    features = ("tray", "notifications", "sound")
    if not sys.platform.startswith("linux"):
        pytest.skip("the desktop tests bring an X desktop, which is for Linux")
    if missing := missing_parts(*features):
        pytest.skip(f"this system lacks {', '.join(missing)}; ./test installs them on Debian when it may")
    return features


@pytest.fixture
def desktop(desktop_parts: tuple[str, ...]) -> Iterator[Desktop]:
    """A desktop with tray, notifications and sound."""
    with Desktop(*desktop_parts) as made:
        yield made
