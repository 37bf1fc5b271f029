"""Finds the practice files: those that come with the program, and the person's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from numbcompanion.practice.scripts import BREATH, Script, ScriptBroken
from numbcompanion.practice.timer import TIMER
from numbcompanion.translation import tr

SOURCE_LANGUAGE = "en"
MOST_OWN_FILES = 500


@dataclass(frozen=True)
class Shelf:
    """What was found in the folders: the practices that load, and the files that do not, each with its reason."""

    scripts: tuple[Script, ...] = ()
    broken: tuple[ScriptBroken, ...] = ()

    def find(self, slug: str) -> Script | None:
        """Return the practice called `slug`, or None."""
        return next((script for script in self.scripts if script.slug == slug), None)

    def titles(self) -> dict[str, str]:
        """Return what every practice is called, by its name; those without a script come last."""
        titles = {script.slug: script.title for script in self.scripts}
        return titles | {TIMER: tr("Just sit with me"), BREATH: tr("Your own breath")}


class Scripts:
    """Loads the practice files of some folders; of two files of one name the later folder wins."""

    def __init__(self, *folders: Path, own: Path | None = None):
        self._folders = folders
        self.own_folder = own

    @classmethod
    def shipped(cls, language: str = SOURCE_LANGUAGE, own: Path | None = None) -> "Scripts":
        """Return the practices that come with the program, in `language` where they are translated, and `own`."""
        import resources

        folders = (resources.path(f"practices/{name}") for name in dict.fromkeys((SOURCE_LANGUAGE, language)))
        return cls(*folders, own=own)

    @cached_property
    def shelf(self) -> Shelf:
        """What was found when it was first asked for."""
        return self.load()

    def load(self) -> Shelf:
        """Read every file; a broken one is listed with its line and reason, and the rest still load."""
        scripts: dict[str, Script] = {}
        broken: list[ScriptBroken] = []
        for folder in self._folders:
            _read_folder(folder, scripts, broken, lambda script: script)
        if self.own_folder is not None:
            _read_folder(self.own_folder, scripts, broken, lambda script: replace(script, own=True))
        return Shelf(tuple(scripts.values()), tuple(broken))


def _read_folder(
    folder: Path, scripts: dict[str, Script], broken: list[ScriptBroken], finish: Callable[[Script], Script]
) -> None:
    from numbcompanion.practice.script_text import read_script

    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == ".md" and file.stem != "README")
    except FileNotFoundError:
        return
    except OSError:
        broken.append(ScriptBroken(1, tr("This folder of practices cannot be read."), str(folder)))
        return
    for file in files[:MOST_OWN_FILES]:
        try:
            if file.stem in (TIMER, BREATH):
                raise ScriptBroken(1, tr("This name is taken by the program. Give the file another one."), str(file))
            scripts[file.stem] = finish(read_script(file))
        except ScriptBroken as error:
            broken.append(error)
    if len(files) > MOST_OWN_FILES:
        reason = tr("There are more than {n} files here; the rest is not read.").format(n=MOST_OWN_FILES)
        broken.append(ScriptBroken(1, reason, str(folder)))


def load_scripts(language: str = SOURCE_LANGUAGE) -> Shelf:
    """Return the practices that come with the program."""
    return Scripts.shipped(language).load()
