"""Up to three small things to do, offered in a row; nothing opens by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from numbcompanion.checkins.low import SmallThing
from numbcompanion.translation import tr
from ui.kit.buttons import ButtonRow, aside_button, quiet_button
from ui.kit.card import Card
from ui.kit.text import body, soft_body
from ui.theme import Theme


class SmallThings(Card):
    """A quiet card that is there only after a low number, and goes when it is told to."""

    wanted = Signal(str)  # where the chosen thing goes to

    def __init__(self, theme: Theme):
        super().__init__(theme)
        self.add(soft_body(theme, tr("If you like, something small. Or nothing at all.")))
        self.row = ButtonRow()
        self.add(self.row)
        self._text = body(theme, "")
        self.add(self._text)
        self._buttons = [quiet_button(theme, "") for _ in range(3)]
        for place, one in enumerate(self._buttons):
            one.clicked.connect(lambda _=False, place=place: self._choose(place))
            self.row.add(one)
        no = aside_button(theme, tr("Not now"))
        no.clicked.connect(self.put_away)
        self.row.add(no)
        self._things: Sequence[SmallThing] = ()
        self.hide()

    def offer(self, things: Sequence[SmallThing]) -> None:
        """Show these; with none, nothing is shown."""
        self._things = things
        self._text.hide()
        for place, one in enumerate(self._buttons):
            one.setVisible(place < len(things))
            one.setText(things[place].title if place < len(things) else "")
        self.setVisible(bool(things))

    def put_away(self) -> None:
        """Offer nothing any more."""
        self.offer(())

    def _choose(self, place: int) -> None:
        thing = self._things[place]
        if thing.text:
            self._text.setText(thing.text)
            self._text.show()
        else:
            self.wanted.emit(thing.goes_to)
