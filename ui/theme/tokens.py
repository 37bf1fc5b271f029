"""Reads a theme file and gives the colour of every role; a role that is missing is an error of ours."""

import tomllib
from dataclasses import dataclass

import resources
from ui.theme.roles import Role


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, as #RRGGBB."""

    name: str
    dark: bool
    colors: dict[Role, str]


def load(name: str) -> Tokens:
    """Read resources/themes/`name`.toml."""
    content = tomllib.loads(resources.read_text(f"themes/{name}.toml"))
    base: dict[str, str] = content["base"]
    roles: dict[str, str] = content["roles"]
    return Tokens(content["name"], content["dark"], {role: base[roles[role.value]] for role in Role})


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
