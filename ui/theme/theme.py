"""The look as it is now: colours, fonts, sizes and motion, and the one place that tells widgets when it changes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from numbcompanion.preferences import StillChoice, ThemeChoice
from ui.theme import type_table
from ui.theme.roles import Role, Space, TextStyle
from ui.theme.style_sheet import style_sheet
from ui.theme.surroundings import prefers_dark, prefers_still
from ui.theme.tokens import Tokens, load

_FILLS = (Role.FOG, Role.HAZE, Role.DAWN, Role.SUN)
_MARKS = (Role.FOG_MARK, Role.HAZE_MARK, Role.DAWN_MARK, Role.SUN_MARK)
_ICON_SIZE = 18
_PICTURE_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


class Theme(QObject):
    """Gives colours by role, fonts by text style and sizes by scale; `changed` says that all may be different."""

    changed = Signal()
    space = Space

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._choice = ThemeChoice.SYSTEM
        self._still_choice = StillChoice.SYSTEM
        self._scale = 1.0
        self._app: QApplication | None = None
        self._dressed_dark = False
        self._tokens: dict[bool, Tokens] = {}
        self._clear_caches()

    @property
    def dark(self) -> bool:
        """Whether the dark theme is shown."""
        if self._choice is ThemeChoice.SYSTEM:
            return prefers_dark()
        return self._choice is ThemeChoice.DARK

    @property
    def scale(self) -> float:
        """The text scale, 1.0 to 2.0."""
        return self._scale

    @property
    def still(self) -> bool:
        """Whether motion is replaced by text and steps."""
        if self._still_choice is StillChoice.SYSTEM:
            return prefers_still()
        return self._still_choice is StillChoice.ON

    @property
    def tokens(self) -> Tokens:
        """The tokens of the theme that is shown."""
        dark = self.dark
        if dark not in self._tokens:
            self._tokens[dark] = load("dark" if dark else "light")
        return self._tokens[dark]

    def set_choice(
        self,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        scale: float = 1.0,
        still: StillChoice = StillChoice.SYSTEM,
    ) -> None:
        """Follow what the person chose; an application that was applied to is dressed again when it differs."""
        before = (self._choice, self._scale, self._still_choice)
        self._choice = ThemeChoice(choice)
        self._still_choice = StillChoice(still)
        self._scale = min(max(float(scale), 1.0), 2.0)
        if (self._choice, self._scale, self._still_choice) == before:
            return
        if self._app is None:
            self._clear_caches()
            self.changed.emit()
        else:
            self.apply(self._app)

    def lay_ground(self, window: QWidget, dark: bool) -> None:
        """Give an empty window the colour of paper: quick, and without asking the system what it prefers."""
        paper = load("dark" if dark else "light").colors[Role.PAPER]
        window.setStyleSheet(f"QMainWindow {{ background: {paper}; }}")

    def lift_ground(self, window: QWidget) -> None:
        """Take the first colour away again: from now on the application's style sheet gives it."""
        window.setStyleSheet("")

    def apply(self, app: QApplication) -> None:
        """Dress the application: style, palette, font and style sheet; emits `changed`."""
        if self._app is None:
            app.setStyle("Fusion")
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._app = app
        self._clear_caches()
        self._tell_system()
        self._dressed_dark = self.dark
        app.setPalette(self._palette())
        app.setFont(self.font(TextStyle.BODY))
        app.setStyleSheet(style_sheet(self.tokens, self.px))
        self.changed.emit()

    def color(self, role: Role) -> QColor:
        """Return the colour of a role."""
        if role not in self._colors:
            self._colors[role] = QColor(self.tokens.colors[role])
        return self._colors[role]

    def mix(self, one: Role, other: Role, fraction: float) -> QColor:
        """Return the colour `fraction` of the way from one role to another."""
        return _between(self.color(one), self.color(other), fraction)

    def blend(self, color: QColor, other: Role, fraction: float) -> QColor:
        """Return the colour `fraction` of the way from a colour to a role."""
        return _between(color, self.color(other), fraction)

    def ramp(self, fraction: float) -> QColor:
        """Return the fill of the thaw at a fraction from fog (0) to sun (1)."""
        return self._on_ramp(_FILLS, fraction)

    def ramp_mark(self, fraction: float) -> QColor:
        """Return the mark (dot, line, outline) of the thaw at a fraction from fog (0) to sun (1)."""
        return self._on_ramp(_MARKS, fraction)

    def font(self, style: TextStyle) -> QFont:
        """Return the font of a text style at the present scale."""
        if style not in self._fonts:
            self._fonts[style] = type_table.font(type_table.TYPE_TABLE[style], self._scale)
        return QFont(self._fonts[style])

    def smaller_font(self, style: TextStyle, share: float) -> QFont:
        """Return the font of a text style made smaller, for words that have to fit a drawing; `share` up to 1."""
        font = self.font(style)
        font.setPixelSize(max(1, int(font.pixelSize() * min(share, 1.0))))
        return font

    def line_height(self, style: TextStyle) -> float:
        """Return the distance of two lines of a text style, in logical pixels."""
        row = type_table.TYPE_TABLE[style]
        return row.size * row.line_height * self._scale

    def px(self, length: float) -> int:
        """Return a length in logical pixels, grown with the text."""
        return round(length * self._scale)

    def icon(self, name: str, role: Role = Role.SOFT_INK, on_role: Role | None = None, size: int = _ICON_SIZE) -> QIcon:
        """Return the icon `name` in a role's colour, and in another where it is checked."""
        key = (name, role, on_role, size)
        if key not in self._icons:
            from ui.theme.icons import icon

            on = self.color(on_role if on_role is not None else role)
            self._icons[key] = icon(name, self.color(role), on, self.color(Role.EDGE), self.px(size))
        return self._icons[key]

    def app_icon(self) -> QIcon:
        """Return the icon of the program: the orb."""
        return self._picture("orb")

    def tray_icon(self, symbolic: bool = False) -> QIcon:
        """Return the icon for the tray, in colours or as one line."""
        return self._picture("tray-symbolic" if symbolic else "tray")

    def _picture(self, name: str) -> QIcon:
        from ui.theme.icons import picture

        return picture(name, self.color(Role.INK), _PICTURE_SIZES)

    def _on_ramp(self, stops: tuple[Role, ...], fraction: float) -> QColor:
        place = min(max(fraction, 0.0), 1.0) * (len(stops) - 1)
        below = min(int(place), len(stops) - 2)
        return _between(self.color(stops[below]), self.color(stops[below + 1]), place - below)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for part, role in (
            (QPalette.ColorRole.Window, Role.PAPER),
            (QPalette.ColorRole.WindowText, Role.INK),
            (QPalette.ColorRole.Base, Role.CARD),
            (QPalette.ColorRole.AlternateBase, Role.SUNK),
            (QPalette.ColorRole.Text, Role.INK),
            (QPalette.ColorRole.PlaceholderText, Role.SOFT_INK),
            (QPalette.ColorRole.Button, Role.CARD),
            (QPalette.ColorRole.ButtonText, Role.INK),
            (QPalette.ColorRole.BrightText, Role.CARE),
            (QPalette.ColorRole.ToolTipBase, Role.CARD),
            (QPalette.ColorRole.ToolTipText, Role.INK),
            (QPalette.ColorRole.Highlight, Role.ACCENT),
            (QPalette.ColorRole.HighlightedText, Role.ON_ACCENT),
            (QPalette.ColorRole.Link, Role.ACCENT),
            (QPalette.ColorRole.LinkVisited, Role.ACCENT),
            (QPalette.ColorRole.Light, Role.CARD),
            (QPalette.ColorRole.Midlight, Role.SUNK),
            (QPalette.ColorRole.Mid, Role.LINE),
            (QPalette.ColorRole.Dark, Role.EDGE),
            (QPalette.ColorRole.Shadow, Role.LINE),
        ):
            palette.setColor(part, self.color(role))
        for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self.color(Role.SOFT_INK))
        return palette

    def _tell_system(self) -> None:
        """Let the window's frame follow an explicit choice, where Qt can ask for that (6.8)."""
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "setColorScheme"):
            return
        wanted = {
            ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
            ThemeChoice.DARK: Qt.ColorScheme.Dark,
        }[self._choice]
        hints.setColorScheme(wanted)

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and self._app is not None and self._dressed_dark != self.dark:
            self.apply(self._app)

    def _clear_caches(self) -> None:
        self._colors: dict[Role, QColor] = {}
        self._fonts: dict[TextStyle, QFont] = {}
        self._icons: dict[tuple[str, Role, Role | None, int], QIcon] = {}


def _between(one: QColor, other: QColor, fraction: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * fraction,
        one.greenF() + (other.greenF() - one.greenF()) * fraction,
        one.blueF() + (other.blueF() - one.blueF()) * fraction,
    )
