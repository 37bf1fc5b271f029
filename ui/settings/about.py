"""Settings › About: what this program is and is not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from numbcompanion import __version__
from numbcompanion.translation import tr
from ui.kit.card import Card
from ui.kit.text import body, card_title, soft
from ui.theme import Space, Theme


class About(QWidget):
    """Version, intended use, limits, licence."""

    def __init__(self, theme: Theme):
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        use = Card(theme)
        use.add(card_title(theme, tr("What it is for")))
        use.add(
            body(
                theme,
                tr(
                    "This program is for self-reflection and well-being. It is not a medical device, does not "
                    "diagnose or treat, and no clinician sees what you write. It does not replace care. "
                    "In danger, call your emergency number."
                ),
            )
        )
        use.add(soft(theme, tr("No clinician has reviewed its texts yet. Sources stand at the foot of each page.")))
        program = Card(theme)
        program.add(card_title(theme, tr("Numb Companion {version}").format(version=__version__)))
        program.add(
            soft(theme, tr("Free software under the MIT licence. It costs nothing, sells nothing and has no accounts."))
        )
        column.addWidget(use)
        column.addWidget(program)
        column.addStretch(1)
