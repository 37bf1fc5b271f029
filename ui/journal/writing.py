"""The two fields of a page: its title, and its words. Plain text only, with the line height of the page."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from numbcompanion.journal.text import cleaned, cleaned_line
from ui.journal.emphasis import Emphasis
from ui.theme import Role, TextStyle, Theme

LONGEST_LINE = 65  # characters
_SAMPLE = "It is odd to be pleased about being annoyed. For weeks the noise."
_CARET = 2


class _Prose(QTextEdit):
    """A field without a frame that holds plain text in one style; what is pasted is cleaned."""

    words_changed = Signal()

    def __init__(self, theme: Theme, style: TextStyle, name: str, hint: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._hint = hint
        self._being_filled = False
        self.setProperty("role", "prose")
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(_CARET)
        self.document().setDocumentMargin(0)
        self.fill("")
        self._follow_theme()
        # Not textChanged: that also comes when only the look of the words changes.
        self.document().contentsChange.connect(self._tell)
        theme.changed.connect(self._follow_theme)

    def words(self) -> str:
        """Return what is written, as it is kept."""
        raw: str = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def fill(self, text: str) -> None:
        """Put other words in the place of all; this cannot be undone and is no change by the person."""
        with self._untold():
            self._fill(text)

    def _fill(self, text: str) -> None:
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(text)
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(self._fit(source.text()))
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(source.hasText())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_font()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(self.document().defaultFont())
            painter.setPen(self._theme.color(Role.SOFT_INK))
            block = self.document().firstBlock()
            line = block.layout().lineAt(0)
            painter.drawText(line.position() + block.layout().position() + QPointF(0, line.ascent()), self._hint)
            painter.end()

    def _fit(self, text: str) -> str:
        return cleaned(text)

    def _block_format(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        natural = QFontMetricsF(self._theme.font(self._style)).lineSpacing()
        share = 100 * self._theme.line_height(self._style) / natural
        form.setLineHeight(share, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _follow_theme(self) -> None:
        self.setFont(self._theme.font(self._style))
        self._set_font()
        self.updateGeometry()

    def _set_font(self) -> None:
        font = self._theme.font(self._style)  # the style sheet's size is for small fields
        if self.document().defaultFont() != font:
            with self._untold():
                self.document().setDefaultFont(font)

    @contextmanager
    def _untold(self) -> Iterator[None]:
        """What changes in here is not the person's doing."""
        told, self._being_filled = self._being_filled, True
        try:
            yield
        finally:
            self._being_filled = told

    def _tell(self, _place: int, removed: int, added: int) -> None:
        if (removed or added) and not self._being_filled:
            self.words_changed.emit()


class TitleField(_Prose):
    """The title: one paragraph, as high as it needs; Enter and Down go on to the words."""

    done = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None):
        super().__init__(theme, TextStyle.READING_TITLE, name, hint, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def words(self) -> str:
        return cleaned_line(super().words())

    def sizeHint(self) -> QSize:
        line = self._theme.line_height(self._style)
        height = min(max(self.document().size().height(), line), 3 * line)
        return QSize(self._theme.px(320), round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or (event.key() == Qt.Key.Key_Down and self._on_last_line()):
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _on_last_line(self) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(QTextCursor.MoveOperation.Down)

    def _fit(self, text: str) -> str:
        return cleaned_line(text)


class WordsField(_Prose):
    """The words of the page; Up on its first line goes to the title."""

    up_pressed = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget | None = None):
        super().__init__(theme, TextStyle.WRITING, name, hint, parent)
        self._emphasis = Emphasis(theme, self.document(), self)

    def widest(self) -> int:
        """Return the width of the longest line that reads well."""
        metrics = QFontMetricsF(self._theme.font(self._style))
        return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LONGEST_LINE)

    def go_to_end(self) -> None:
        """Put the cursor where one would write on."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        return QSize(self.widest(), self._theme.px(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(self._theme.line_height(self._style) * 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Up and self._on_first_line():
            self.up_pressed.emit()
            return
        super().keyPressEvent(event)

    def _on_first_line(self) -> bool:
        return not QTextCursor(self.textCursor()).movePosition(QTextCursor.MoveOperation.Up)
