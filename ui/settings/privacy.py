"""Settings › Privacy: where everything is, how it is locked, the copies, the recovery code."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion.store.copies import StoreCopy, copies
from numbcompanion.store.store import Store
from numbcompanion.translation import tr, tr_n
from ui.dates import day_and_year
from ui.kit.buttons import ButtonRow, quiet_button
from ui.kit.card import Card
from ui.kit.dialogs import Dialogs
from ui.kit.text import body, card_title, soft
from ui.settings.recovery_code import RecoveryCode
from ui.tasks import Tasks
from ui.theme import Space, Theme


@dataclass(frozen=True)
class _Loaded:
    key: str | None
    has_code: bool
    copies: list[StoreCopy]


class Privacy(QWidget):
    """Says what is true, and offers the recovery code."""

    said = Signal(str, object)

    def __init__(
        self, theme: Theme, tasks: Tasks, store: Store, dialogs: Dialogs, code_kept: Callable[[], None], key_file: str
    ):
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._store = store
        self._dialogs = dialogs
        self._code_kept = code_kept
        self._key_file = key_file
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self._where())
        self._column.addWidget(self._code_card())
        self._column.addWidget(self._copies_card())
        self._column.addStretch(1)

    def opened(self) -> None:
        """Look again."""
        self._tasks.run(self._find, self._show)

    def leaving(self) -> None:
        """Take a code that is shown off the screen."""
        self._put_away()

    def make_code(self) -> None:
        """Make a recovery code and show it."""
        self._tasks.run(self._store.new_recovery_code, self._show_code)

    def _where(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("Where your words are")))
        folder = body(self._theme, str(self._store.home.folder))
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(folder)
        words = tr(
            "Check-ins, journal, practices and the path are in one encrypted file. Only the settings (theme, text "
            "size, country) are not. Nothing is ever sent: the companion has no code for the network."
        )
        card.add(soft(self._theme, words))
        self._key = soft(self._theme, "")
        card.add(self._key)
        return card

    def _code_card(self) -> QWidget:
        self._code = Card(self._theme)
        self._code.add(card_title(self._theme, tr("Recovery code")))
        self._about_code = soft(self._theme, "")
        self._code.add(self._about_code)
        make = quiet_button(self._theme, tr("Make a recovery code"))
        make.clicked.connect(self._ask_and_make)
        self._code.add(ButtonRow(make))
        self._shown: RecoveryCode | None = None
        self._has_code = False
        return self._code

    def _copies_card(self) -> QWidget:
        card = Card(self._theme)
        card.add(card_title(self._theme, tr("Daily copies")))
        card.add(
            soft(self._theme, tr("One for each day of use, the last seven, each opened and checked when it was made."))
        )
        self._copies = soft(self._theme, "")
        card.add(self._copies)
        return card

    def _find(self) -> _Loaded:
        keys = self._store.keys
        return _Loaded(keys.machine_kind, keys.slot("recovery-code") is not None, list(copies(self._store.home)))

    def _show(self, found: _Loaded) -> None:
        self._has_code = found.has_code
        self._key.setText(_about_key(found.key, self._key_file))
        self._about_code.setText(_about_code(found.has_code))
        days = [day_and_year(copy.day) for copy in found.copies]
        many = tr_n("{n} copy: ", "{n} copies: ", len(days)) + ", ".join(days)
        self._copies.setText(many if days else tr("The first one is made today."))

    def _ask_and_make(self) -> None:
        question = tr("The code made before will stop working. Make a new one?")
        if not self._has_code or self._dialogs.ask(
            self, tr("A new recovery code"), question, tr("Make a new one"), tr("Keep the old one")
        ):
            self.make_code()

    def _show_code(self, code: str) -> None:
        self._put_away()
        self._shown = RecoveryCode(self._theme, code, self._dialogs)
        self._shown.kept.connect(self._kept)
        self._shown.said.connect(self.said)
        self._code.add(self._shown)
        self._shown.focus_first()
        self.opened()

    def _kept(self) -> None:
        self._tasks.run(self._code_kept)
        self.said.emit(tr("Good. It is kept nowhere here, only with you."), None)
        self._put_away()

    def _put_away(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None


def _about_key(kind: str | None, key_file: str) -> str:
    if kind == "keychain":
        return tr("The key is in the keychain of this computer.")
    return tr(
        "This computer has no keychain the companion can use, so the key is in a file that only you can read: {file}. "
        "Whoever can read that file and the folder can read your words."
    ).format(file=key_file)


def _about_code(has_code: bool) -> str:
    if has_code:
        return tr("There is one. If it is lost, a new one can be made; the old one then stops working.")
    return tr("None yet. On paper it opens your words even when this computer has lost the key.")
