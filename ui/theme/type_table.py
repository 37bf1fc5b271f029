"""The type table: size, weight, family and line height of every text style."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.roles import TextStyle

SERIF = ["Noto Serif", "Georgia", "Charter", "Source Serif 4", "DejaVu Serif"]
# Qt answers with one of these when no desktop has chosen a font.
_UNCHOSEN = {"", "sans", "sans serif", "sans-serif"}
_TIGHTER_FROM = 20
_SANS = ["Inter", "Cantarell", "Ubuntu", "Noto Sans", "DejaVu Sans"]


@dataclass(frozen=True)
class TypeRow:
    """One row of the type table; the size is in logical pixels at 100 %."""

    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    serif: bool = False
    line_height: float = 1.45


TYPE_TABLE: dict[TextStyle, TypeRow] = {
    TextStyle.SMALL: TypeRow(13),
    TextStyle.BODY: TypeRow(15),
    TextStyle.BODY_STRONG: TypeRow(15, QFont.Weight.DemiBold),
    TextStyle.CHIP: TypeRow(14),
    TextStyle.CHIP_STRONG: TypeRow(14, QFont.Weight.DemiBold),
    TextStyle.CARD_TITLE: TypeRow(17, QFont.Weight.DemiBold),
    TextStyle.READING: TypeRow(17, serif=True, line_height=1.7),
    TextStyle.WRITING: TypeRow(18, serif=True, line_height=1.7),
    TextStyle.CAPTION: TypeRow(21, serif=True),
    TextStyle.PAGE_TITLE: TypeRow(27, QFont.Weight.DemiBold, line_height=1.3),
    TextStyle.LABEL: TypeRow(13, QFont.Weight.Medium),
    TextStyle.NUMBER: TypeRow(27, QFont.Weight.DemiBold, line_height=1.3),
    TextStyle.NUMBER_LARGE: TypeRow(34, QFont.Weight.DemiBold, line_height=1.3),
    TextStyle.READING_TITLE: TypeRow(27, serif=True, line_height=1.35),
}


def families(serif: bool) -> list[str]:
    """Return the font families to try in order; needs the application to exist."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if serif:
        return [*SERIF, "serif", system]
    return [*_SANS, system] if system.lower() in _UNCHOSEN else [system]


def font(row: TypeRow, scale: float) -> QFont:
    """Return the font of a row at a text scale; needs the application to exist."""
    result = QFont(families(row.serif))
    result.setPixelSize(round(row.size * scale))
    result.setWeight(row.weight)
    if row.size > _TIGHTER_FROM and not row.serif:
        result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    if row.serif:
        result.setStyleHint(QFont.StyleHint.Serif)
    return result
