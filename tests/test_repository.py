"""What may and may not stand in the files of the checkout."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXTS = {".py", ".md", ".txt", ".toml", ".sh", ".yaml", ".yml", ".json", ".desktop", ".csv", ".cfg", ".svg", ""}
OWN_MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|home/(?!me\b)\w+|Users/(?!me\b)\w+|root)/[\w.-]+")
REGISTRY = re.compile(r"python[h]osted\.org|py[p]i\.(?:org|python)|registry\.np[m]js|deb\.de[b]ian\.org")
COLOUR = re.compile(r"""["'](?:#[0-9a-fA-F]{3,8}|rgba?\([^"']*\))["']""")
STYLE = re.compile(r"\.setStyleSheet\(")
SIZE = re.compile(r"setPixelSize\(|setPointSizeF?\(|QFont\(\s*[\"']")


def kept_files() -> list[Path]:
    """Every file git knows or would take, so that a fresh file is held to the rules before it is committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout")
    names = listed.stdout.decode("utf-8").split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def found(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    hits = []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if match := pattern.search(line):
                hits.append(f"{file.relative_to(ROOT)}:{number}: {match.group(0)}")
    return hits


def texts() -> list[Path]:
    return [file for file in kept_files() if file.suffix in TEXTS]


def test_no_file_names_a_place_of_one_machine() -> None:
    hits = found(OWN_MACHINE, texts())
    assert not hits, "write a path relative to the checkout or the home:\n" + "\n".join(hits)


def test_no_file_names_a_package_registry() -> None:
    hits = found(REGISTRY, texts())
    assert not hits, "the person's own configuration says where packages come from:\n" + "\n".join(hits)


def test_no_lock_file_with_registry_names_is_kept() -> None:
    assert not [file for file in kept_files() if file.name in {"uv.lock", "poetry.lock", "Pipfile.lock"}]


def looks() -> list[Path]:
    theme = ROOT / "ui" / "theme"
    return [file for file in sorted((ROOT / "ui").rglob("*.py")) if theme not in file.parents]


@pytest.mark.parametrize(
    ("pattern", "advice"),
    [
        (COLOUR, "take the colour from ui/theme: theme.color(Role...)"),
        (STYLE, "give the widget a property that the style sheet in ui/theme knows"),
        (SIZE, "take the font from ui/theme: theme.font(TextStyle...)"),
    ],
)
def test_looks_come_from_the_theme(pattern: re.Pattern[str], advice: str) -> None:
    hits = found(pattern, looks())
    assert not hits, f"{advice}:\n" + "\n".join(hits)


def test_the_pinned_files_agree_and_carry_hashes() -> None:
    run, test = (pins(ROOT / name) for name in ("requirements.txt", "requirements-test.txt"))
    assert run.items() <= test.items(), "compile both files again, as CONTRIBUTING.md says"


def pins(file: Path) -> dict[str, tuple[str, ...]]:
    """The pinned requirements of a file with their hashes."""
    found: dict[str, tuple[str, ...]] = {}
    for block in re.split(r"\n(?=\S)", file.read_text(encoding="utf-8")):
        lines = [line.strip(" \\") for line in block.splitlines() if not line.strip().startswith("#")]
        if lines and lines[0]:
            hashes = tuple(line for line in lines[1:] if line.startswith("--hash=sha256:"))
            assert hashes, f"{lines[0]} has no hash"
            found[lines[0]] = hashes
    return found


@pytest.mark.parametrize("name", ["run", "test", ".ci/run"])
def test_the_commands_can_be_started(name: str) -> None:
    mode = subprocess.run(
        ["git", "ls-files", "--stage", name], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split(" ")[0]
    if not mode:
        pytest.skip("this is not a git checkout")
    assert mode == "100755"
