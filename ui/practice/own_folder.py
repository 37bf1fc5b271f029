"""The folder of the person's own practices: made when it is first wanted, with a note on how to write one."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

import resources
from numbcompanion.translation import tr


def open_own_folder(folder: Path) -> str:
    """Open the folder in the file manager; returns the sentence to say."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        note = folder / "README.md"
        if not note.exists():
            note.write_text(resources.read_text("practices/README.md"), encoding="utf-8")
    except OSError:
        return tr("The folder {folder} cannot be made. Nothing was changed.").format(folder=folder)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return tr("Your own practices are in {folder}. They are read when the companion starts.").format(folder=folder)
    return tr("Your own practices are plain text files, not encrypted. They are read when the companion starts.")
