"""Shows Markdown's bold, italic and headings as such while the text stays plain."""

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import Role, Theme

_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>[^*]*[^\s*])(?P=stars)(?![\w*])"
    r"|(?<![\w_])(?P<bars>_{1,3})(?=[^\s_])(?P<barred>[^_]*[^\s_])(?P=bars)(?![\w_])"
)
_HEADING = re.compile(r"(#{1,6})\s+\S")
_LONGEST = 20_000  # a paragraph longer than this is shown as it is typed


class Emphasis(QSyntaxHighlighter):
    """Marks emphasis paragraph by paragraph; the signs themselves step into the background."""

    def __init__(self, theme: Theme, document: QTextDocument, owner: QObject):
        super().__init__(owner)
        self._theme = theme
        self.setDocument(document)
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST:
            return
        if text.startswith("#") and (heading := _HEADING.match(text)):
            self._show(text, 0, len(text), bold=True, italic=False)
            self._soften(text, 0, len(heading[1]), bold=True)
            return
        if "*" not in text and "_" not in text:
            return
        for found in _EMPHASIS.finditer(text):
            signs = found["stars"] or found["bars"]
            bold, italic = len(signs) >= 2, len(signs) != 2
            self._show(text, found.start() + len(signs), found.end() - len(signs), bold=bold, italic=italic)
            self._soften(text, found.start(), found.start() + len(signs), bold=bold)
            self._soften(text, found.end() - len(signs), found.end(), bold=bold)

    def _show(self, text: str, start: int, end: int, *, bold: bool, italic: bool) -> None:
        form = QTextCharFormat()
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        form.setFontItalic(italic)
        self._set(text, start, end, form)

    def _soften(self, text: str, start: int, end: int, *, bold: bool) -> None:
        form = QTextCharFormat()
        form.setForeground(self._theme.mix(Role.SOFT_INK, Role.PAPER, 0.3))
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        self._set(text, start, end, form)

    def _set(self, text: str, start: int, end: int, form: QTextCharFormat) -> None:
        if not text.isascii():  # Qt counts in UTF-16
            start, end = (len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in (start, end))
        self.setFormat(start, end - start, form)
