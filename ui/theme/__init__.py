"""Tokens of the look, turned into palette, style sheet, fonts, icons and chart pens."""

from ui.theme.roles import Radius, Role, Space, TextStyle
from ui.theme.theme import Theme

__all__ = ["Radius", "Role", "Space", "TextStyle", "Theme"]
