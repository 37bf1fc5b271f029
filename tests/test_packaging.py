"""What is installed: the three packages whole, under names nobody else claims."""

import importlib.metadata
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN = ("numbcompanion", "ui", "resources", "tests")


def test_nobody_else_claims_our_names() -> None:
    claimed = importlib.metadata.packages_distributions()
    others = {name: [who for who in claimed.get(name, []) if who != "numb-companion"] for name in OWN}
    assert not any(others.values()), f"these distributions bring a package of the same name: {others}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def names_in(wheel: zipfile.Path) -> set[str]:
    return set(wheel.root.namelist())


def test_the_wheel_brings_everything_that_is_written_or_drawn(wheel: zipfile.Path) -> None:
    expected = {
        path.relative_to(ROOT).as_posix()
        for floor in OWN[:3]
        for path in (ROOT / floor).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected <= names_in(wheel)


def test_the_wheel_brings_the_migrations(wheel: zipfile.Path) -> None:
    assert "numbcompanion/store/migrations/script.py.mako" in names_in(wheel)
    assert any(name.startswith("numbcompanion/store/migrations/versions/r0001") for name in names_in(wheel))


def test_the_wheel_brings_nothing_else(wheel: zipfile.Path) -> None:
    tops = {name.split("/")[0] for name in names_in(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(OWN[:3])


def test_the_wheel_is_never_uploaded(wheel: zipfile.Path) -> None:
    (metadata,) = (name for name in names_in(wheel) if name.endswith(".dist-info/METADATA"))
    assert "Classifier: Private :: Do Not Upload" in wheel.root.read(metadata).decode()


@pytest.mark.parametrize("arguments", [["--version"], ["status", "--json"]])
def test_the_program_starts_from_any_folder(arguments: list[str], tmp_path: Path) -> None:
    environment = os.environ | {"NUMBCOMPANION_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    (tmp_path / "ui.py").write_text("raise SystemExit('a stranger of the same name')\n")
    done = subprocess.run(
        [sys.executable, "-I", "-m", "numbcompanion", *arguments],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
