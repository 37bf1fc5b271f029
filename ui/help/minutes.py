"""What may carry through the next three minutes: three chips, and their steps in words."""

from PySide6.QtCore import Signal

from numbcompanion.translation import tr
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.text import body, card_title, soft
from ui.theme import Theme

_ORIENTING = "orienting"


class NextMinutes(Card):
    """Look around, five senses, cool water; `with_practices` says whether looking around opens the guided one."""

    practice_requested = Signal(str)

    def __init__(self, theme: Theme, with_practices: bool = True):
        super().__init__(theme)
        self._with_practices = with_practices
        name = tr("For the next three minutes")
        self.add(card_title(theme, name))
        self._chips = Chips(theme, exclusive=True, name=name)
        self._chips.set_items(
            [(_ORIENTING, tr("Look around")), ("senses", tr("Five senses")), ("water", tr("Cool water"))]
        )
        self._chips.chosen_changed.connect(self._show)
        self.add(self._chips)
        self._steps = body(theme, "")
        self._care = soft(theme, "")
        self.add(self._steps)
        self.add(self._care)
        self._tell("", "")

    def _show(self, chosen: list[str]) -> None:
        key = chosen[0] if chosen else ""
        if key == _ORIENTING and self._with_practices:
            self._chips.choose([])
            self._tell("", "")
            self.practice_requested.emit(_ORIENTING)
            return
        self._tell(*_WORDS[key]() if key in _WORDS else ("", ""))

    def _tell(self, steps: str, care: str) -> None:
        self._steps.setText(steps)
        self._steps.setVisible(bool(steps))
        self._care.setText(care)
        self._care.setVisible(bool(care))


def _around_words() -> tuple[str, str]:
    return (
        tr(
            "Let your eyes stay open. Turn your head slowly and find the ways out of the room.\n"
            "Look for one colour, wherever it is.\n"
            "Find three things that have not changed since yesterday.\n"
            "Press your feet on the floor.\n"
            "Say the day, and where you are."
        ),
        tr("You can stop at any moment."),
    )


def _senses_words() -> tuple[str, str]:
    return (
        tr(
            "Look for five things you can see. Take your time.\n"
            "Touch four things near you.\n"
            "Listen for three sounds.\n"
            "Find two smells.\n"
            "Notice one taste.\n"
            "Then feel your feet on the floor."
        ),
        tr("Leave out any sense you like. You can stop at any moment."),
    )


def _water_words() -> tuple[str, str]:
    return (
        tr(
            "Let cool water run over your wrists, or hold a cool, damp cloth to your cheeks, for 20 to 30 seconds.\n"
            "Rest for 30 seconds, and breathe as you like.\n"
            "Do it once more, if you want to."
        ),
        tr(
            "Cool, not icy. Keep your face out of the water, and do not hold your breath. Leave it out with heart "
            "disease, low blood pressure, an eating disorder, beta-blockers, Raynaud’s, or hives from cold."
        ),
    )


_WORDS = {_ORIENTING: _around_words, "senses": _senses_words, "water": _water_words}
