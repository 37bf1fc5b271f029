"""The names the look is spoken in: roles of colour, styles of text, steps of space, radii."""

from enum import IntEnum, StrEnum


class Role(StrEnum):
    """What a colour is for; the theme files say which base colour that is."""

    PAPER = "paper"
    CARD = "card"
    SUNK = "sunk"
    LINE = "line"
    EDGE = "edge"
    INK = "ink"
    SOFT_INK = "soft_ink"
    ACCENT = "accent"
    ACCENT_STRONG = "accent_strong"
    ON_ACCENT = "on_accent"
    ACCENT_WASH = "accent_wash"
    CARE = "care"
    CARE_WASH = "care_wash"
    FOCUS = "focus"
    FOG = "fog"
    HAZE = "haze"
    DAWN = "dawn"
    SUN = "sun"
    FOG_MARK = "fog_mark"
    HAZE_MARK = "haze_mark"
    DAWN_MARK = "dawn_mark"
    SUN_MARK = "sun_mark"
    MAP_TENSE = "map_tense"
    MAP_BRIGHT = "map_bright"
    MAP_LOW = "map_low"
    MAP_CALM = "map_calm"
    MAP_INK = "map_ink"


class TextStyle(StrEnum):
    """What a text is for; the type table gives its size, weight and family."""

    SMALL = "small"
    BODY = "body"
    BODY_STRONG = "body_strong"
    CHIP = "chip"
    CHIP_STRONG = "chip_strong"
    CARD_TITLE = "card_title"
    READING = "reading"
    WRITING = "writing"
    CAPTION = "caption"
    PAGE_TITLE = "page_title"
    LABEL = "label"
    NUMBER = "number"
    NUMBER_LARGE = "number_large"
    READING_TITLE = "reading_title"


class Space(IntEnum):
    """The steps of space, in logical pixels; pass one through `theme.px` where it shall grow with the text."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 20
    XXL = 24
    H = 32
    HH = 40


class Radius(IntEnum):
    """How round things are, in logical pixels; chips are as round as they are high."""

    CARD = 14
    BUTTON = 10
    SMALL = 6
