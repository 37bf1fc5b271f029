"""From below words: a small ladder from what touches the skin up to a word, if one fits. Any rung is enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from numbcompanion.checkins.records import Ladder, Sensation
from numbcompanion.translation import tr
from ui.checkin.feeling_parts import sensation_words
from ui.kit.buttons import ButtonRow, link_button, quiet_button
from ui.kit.chips import Chips
from ui.kit.column import Column
from ui.kit.text import body, card_title, soft
from ui.theme import Role, Space, Theme

_SENSATIONS = ("warm", "cold", "heavy", "tight", "hollow", "tingling", "nothing")
_DOTS = {
    "grey-blue": Role.FOG,
    "violet": Role.HAZE,
    "rose": Role.DAWN,
    "amber": Role.SUN,
    "green": Role.ACCENT,
    "dark": Role.INK,
    "pale": Role.LINE,
}


def _contacts() -> dict[str, str]:
    return {
        "feet": tr("feet on the ground"),
        "back": tr("back on the chair"),
        "hands": tr("hands on something"),
        "clothes": tr("clothes on the skin"),
        "air": tr("air on the face"),
        "nothing": tr("nothing I notice"),
    }


def _colours() -> dict[str, str]:
    return {
        "grey-blue": tr("grey-blue"),
        "violet": tr("violet"),
        "rose": tr("rose"),
        "amber": tr("amber"),
        "green": tr("green"),
        "dark": tr("dark"),
        "pale": tr("pale"),
        "none": tr("no colour"),
    }


def _words() -> dict[str, str]:
    return {
        "angry": tr("angry"),
        "sad": tr("sad"),
        "scared": tr("scared"),
        "ashamed": tr("ashamed"),
        "lonely": tr("lonely"),
        "tired": tr("tired"),
        "tense": tr("tense"),
        "calm": tr("calm"),
        "glad": tr("glad"),
    }


class FromBelow(QWidget):
    """One rung after the other; the next one appears only when it is asked for."""

    done = Signal()
    went_further = Signal(object)  # the rung that was opened

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._open = 0
        self.contact = self._chips(tr("What touches you right now?"), _contacts(), several=True)
        feelings = {key: sensation_words()[key] for key in _SENSATIONS}
        self.sensation = self._chips(tr("What is it like?"), feelings)
        self.colour = self._chips(tr("If it had a colour"), _colours())
        self.not_these = self._chips(tr("Not this one"), _words(), several=True)
        self.word = self._chips(tr("A word, only if one fits"), _words())
        for chip in self.colour.chips:
            if chip.key in _DOTS:
                chip.set_icon("dot", _DOTS[chip.key])
        self.not_these.chosen_changed.connect(lambda _: self._offer_words())
        hints = {4: tr("Press away what it is not. What is left may be nearer.")}
        self._rungs = [
            self._rung(place, chips, hints.get(place, ""))
            for place, chips in enumerate(
                (self.contact, self.sensation, self.colour, self.not_these, self.word), start=1
            )
        ]
        self.further = link_button(theme, tr("One step further"))
        self.further.clicked.connect(self._go_further)
        self.enough = quiet_button(theme, tr("That is enough"))
        self.enough.clicked.connect(self.done)
        self._build()
        self._show_rungs()

    def ladder(self) -> Ladder | None:
        """Return what was found; None where no rung has an answer."""
        sensation, colour, word = (chips.chosen() for chips in (self.sensation, self.colour, self.word))
        found = Ladder(
            contact=tuple(self.contact.chosen()),
            sensation=Sensation(sensation[0]) if sensation else None,
            colour=colour[0] if colour else "",
            not_these=tuple(self.not_these.chosen()),
            word=word[0] if word else "",
        )
        return None if found.empty else found

    def set_ladder(self, ladder: Ladder | None) -> None:
        """Show what was found before."""
        found = ladder or Ladder()
        self.contact.choose(found.contact)
        self.sensation.choose([found.sensation.value] if found.sensation is not None else [])
        self.colour.choose([found.colour])
        self.not_these.choose(found.not_these)
        self._offer_words()
        self.word.choose([found.word])
        rungs = (found.contact, found.sensation, found.colour, found.not_these, found.word)
        self._open = max((place for place, rung in enumerate(rungs) if rung), default=0)
        self._show_rungs()

    def summary(self) -> str:
        """Return what was found, in a few words."""
        chosen = (self.contact, self.sensation, self.colour, self.word)
        words = [chip.text() for chips in chosen for chip in chips.chips if chip.isChecked()]
        away = [chip.text() for chip in self.not_these.chips if chip.isChecked()]
        if away:
            words.append(tr("not {words}").format(words=", ".join(away)))
        return " · ".join(words)

    def begin(self) -> None:
        """Give the keyboard to the first rung."""
        self.contact.chips[0].setFocus()

    def _chips(self, name: str, items: dict[str, str], several: bool = False) -> Chips:
        chips = Chips(self._theme, exclusive=not several, name=name)
        chips.set_items(list(items.items()))
        return chips

    def _rung(self, place: int, chips: Chips, hint: str) -> QWidget:
        rung = QWidget()
        column = Column(rung)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(body(self._theme, chips.accessibleName()))
        if hint:
            column.addWidget(soft(self._theme, hint))
        column.addWidget(chips)
        rung.setAccessibleName(tr("Step {number} from below words").format(number=place))
        return rung

    def _build(self) -> None:
        column = Column(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        intro = Column()
        intro.setSpacing(Space.XS)
        intro.addWidget(card_title(self._theme, tr("From below words")))
        intro.addWidget(soft(self._theme, tr("Any step is a whole answer. Stop wherever you like.")))
        column.addLayout(intro)
        for rung in self._rungs:
            column.addWidget(rung)
        column.addWidget(ButtonRow(self.enough, self.further))

    def _go_further(self) -> None:
        self._open = min(self._open + 1, len(self._rungs) - 1)
        self._show_rungs()
        chips = (self.contact, self.sensation, self.colour, self.not_these, self.word)[self._open].chips
        next((chip for chip in chips if chip.isVisible()), self.enough).setFocus()
        self.went_further.emit(self._rungs[self._open])

    def _show_rungs(self) -> None:
        for place, rung in enumerate(self._rungs):
            rung.setVisible(place <= self._open)
        self.further.setVisible(self._open < len(self._rungs) - 1)

    def _offer_words(self) -> None:
        away = set(self.not_these.chosen())
        self.word.choose([key for key in self.word.chosen() if key not in away])
        for chip in self.word.chips:
            chip.setVisible(chip.key not in away)
