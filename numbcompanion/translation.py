"""One door for every word a person sees: gettext catalogues, and a stretched language for tests.

The chosen catalogue is process-wide state, as gettext's own is: it is set once, before the first window.
"""

import gettext
from typing import ClassVar

DOMAIN = "numbcompanion"
STRETCHED = "zz_stretched"


class _Stretched(gettext.NullTranslations):
    """Every text half as long again, marked at both ends, so that tests find what is clipped or not translated."""

    def gettext(self, message: str) -> str:
        return _stretch(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _stretch(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return _stretch(message)


class _Chosen:
    catalogue: ClassVar[gettext.NullTranslations] = gettext.NullTranslations()


def _stretch(text: str) -> str:
    extra = "~" * max(1, len(text) // 2)
    return f"[{text} {extra}]"


def use(language: str | None) -> None:
    """Use the catalogue of `language` from now on; an unknown one, or None, means the source language."""
    if language == STRETCHED:
        _Chosen.catalogue = _Stretched()
        return
    import resources

    _Chosen.catalogue = gettext.translation(
        DOMAIN, str(resources.path("translations")), [language] if language else [], fallback=True
    )


def tr(text: str) -> str:
    """Return `text` in the chosen language. Fill in values afterwards: tr("Saved at {time}").format(time=…)."""
    return _Chosen.catalogue.gettext(text) if text else ""


def tr_n(one: str, many: str, number: int) -> str:
    """Return the form for `number`, with `{n}` filled in."""
    return _Chosen.catalogue.ngettext(one, many, number).format(n=number)
