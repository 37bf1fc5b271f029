"""The floors and rooms of the house, held by reading the imports of every file."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("resources", "numbcompanion", "ui")
NOT_ROOMS = {"ui": {"kit", "theme", "shell"}, "numbcompanion": {"store", "reading"}}
BRIDGE = Path("numbcompanion/__main__.py")
QT = {"PySide6", "shiboken6", "PyQt6", "PyQt5"}
NETWORK = {
    "aiohttp", "asyncio.streams", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}
SINGLE_INSTANCE = Path("ui/shell/single_instance.py")
ALLOWED_PURE = {"urllib.parse"}
PLAIN = {"numbcompanion.clock", "numbcompanion.errors", "numbcompanion.translation"}
SIGNAL_WAKE_UP = (Path("ui/shell/termination.py"), "socket", ("socketpair",))


def modules(floor: str) -> list[Path]:
    return sorted(path.relative_to(ROOT) for path in (ROOT / floor).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Every import of a file, wherever in it: line, module, names taken from it."""
    package = list(path.with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, ()
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            yield node.lineno, module, tuple(alias.name for alias in node.names)


def targets(module: str, names: tuple[str, ...]) -> list[str]:
    """What an import may reach: the module, and each name taken from it (which may be a module, too)."""
    return [module, *(f"{module}.{name}" for name in names)]


def room(dotted: str) -> tuple[str, str] | None:
    """The floor and room a dotted name lies in; None for what every room may use."""
    parts = dotted.split(".")
    if len(parts) < 2 or parts[0] not in NOT_ROOMS or parts[1] in NOT_ROOMS[parts[0]]:
        return None
    return (parts[0], parts[1]) if (ROOT / parts[0] / parts[1]).is_dir() else None


def breaches(floor: str, rule: str) -> list[str]:
    check = {"floors": _floors, "rooms": _rooms, "qt": _qt, "charts": _charts, "network": _network}[rule]
    found = []
    for path in modules(floor):
        for line, module, names in imports(path):
            if sentence := check(path, module, names):
                found.append(f"{path}:{line}: {sentence}")
    return found


def _floors(path: Path, module: str, _names: tuple[str, ...]) -> str:
    own, other = path.parts[0], module.split(".", maxsplit=1)[0]
    if other not in FLOORS or FLOORS.index(other) <= FLOORS.index(own) or (path == BRIDGE and other == "ui"):
        return ""
    return f"{own} must not import {module}: floors are resources <- numbcompanion <- ui; move what it needs down."


def _rooms(path: Path, module: str, names: tuple[str, ...]) -> str:
    own = room(".".join(path.with_suffix("").parts))
    if own is None:
        return ""
    for target in targets(module, names):
        other = room(target)
        if other is not None and other[0] == own[0] and other != own:
            shared = "ui/kit" if own[0] == "ui" else "numbcompanion or numbcompanion/store"
            if own[0] == "numbcompanion" and module == f"numbcompanion.{other[1]}.records":
                return ""
            return f"room {own[1]} imports room {other[1]}: move what both need to {shared}, or hand it in from above."
    return ""


def _qt(path: Path, module: str, _names: tuple[str, ...]) -> str:
    if path.parts[0] != "ui" and module.split(".", maxsplit=1)[0] in {*QT, "pyqtgraph"}:
        return f"{module} belongs to ui: the core and the resources know no window."
    return ""


def _charts(path: Path, module: str, _names: tuple[str, ...]) -> str:
    if module.split(".", maxsplit=1)[0] == "pyqtgraph" and path.parts[:2] != ("ui", "insights"):
        return "pyqtgraph costs 0.4 s and 50 MB: only ui/insights imports it."
    return ""


def _network(path: Path, module: str, names: tuple[str, ...]) -> str:
    if module.startswith("PySide6.QtNetwork") or (module == "PySide6" and "QtNetwork" in names):
        if path == SINGLE_INSTANCE and module == "PySide6.QtNetwork" and set(names) <= LOCAL_SOCKETS:
            return ""
        return "QtNetwork is only for the local socket of ui/shell/single_instance.py: the companion has no network."
    if module in ALLOWED_PURE or (path, module, names) == SIGNAL_WAKE_UP:
        return ""
    for target in targets(module, names):
        if target not in ALLOWED_PURE and ({target, target.split(".")[0]} & NETWORK):
            return f"{target} reaches for the network: the companion has none. Take the import out."
    return ""


@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("rule", ["floors", "rooms", "qt", "charts", "network"])
def test_the_house_keeps_its_walls(floor: str, rule: str) -> None:
    found = breaches(floor, rule)
    assert not found, "\n" + "\n".join(found)


def test_the_rules_see_a_breach() -> None:
    assert _floors(Path("numbcompanion/clock.py"), "ui.app", ())
    assert _rooms(Path("ui/today/today_page.py"), "ui.journal", ("page",))
    assert _rooms(Path("numbcompanion/path/path.py"), "numbcompanion", ("journal",))
    assert not _rooms(Path("ui/today/today_page.py"), "ui.kit.card", ("Card",))
    assert _qt(Path("numbcompanion/clock.py"), "PySide6.QtCore", ("QObject",))
    assert _charts(Path("ui/today/today_page.py"), "pyqtgraph", ())
    assert _network(Path("numbcompanion/clock.py"), "urllib.request", ("urlopen",))
    assert _network(Path("ui/app.py"), "PySide6", ("QtNetwork",))
    assert not _network(SINGLE_INSTANCE, "PySide6.QtNetwork", ("QLocalSocket",))


def test_records_import_only_what_is_plain() -> None:
    """What lets a room of the core use another room's records: they bring nothing with them."""
    strangers = [
        f"{path}:{line}: {module}"
        for path in modules("numbcompanion")
        if path.name == "records.py"
        for line, module, _names in imports(path)
        if module.split(".")[0] not in sys.stdlib_module_names and module not in PLAIN
    ]
    assert not strangers, "records are plain; move what needs more to the service:\n" + "\n".join(strangers)


def test_core_and_ui_modules_are_importable_by_their_folders_name() -> None:
    packages = {path.parent for floor in FLOORS[1:] for path in modules(floor)}
    missing = [str(package) for package in packages if not (ROOT / package / "__init__.py").exists()]
    assert not missing, f"these folders need an __init__.py: {missing}"
