"""Tidy up: rename, merge and take away tags, and take away words of one's own. What was said before keeps them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from numbcompanion.checkins.markers import Markers
from numbcompanion.checkins.own_words import OwnWords
from numbcompanion.checkins.records import Marker, OwnWord, Tag, TagGroup
from numbcompanion.checkins.tags import Tags
from numbcompanion.errors import CompanionError
from numbcompanion.translation import tr
from ui.checkin.change_row import marker_words
from ui.dates import day_and_year
from ui.kit.buttons import ButtonRow, link_button, main_button, quiet_button
from ui.kit.choice import Choice
from ui.kit.column import Column
from ui.kit.field import LineField
from ui.kit.text import body, card_title, soft
from ui.tasks import Tasks
from ui.theme import Space, Theme

_WIDE = 520
_LINE = 40


class TidyUp(QDialog):
    """One tag at a time; everything can be undone as long as the panel is open."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        tags: Tags,
        own_words: OwnWords,
        markers: Markers,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._tags = tags
        self._own_words = own_words
        self._markers = markers
        self._names: dict[str, str] = {}
        self._undo: Callable[[], object] | None = None
        self.setWindowTitle(tr("Tidy up tags and words"))
        self.setFixedWidth(theme.px(_WIDE))
        self.tag = Choice(theme, tr("Tag"))
        self.tag.chosen_changed.connect(lambda _: self._show_tag())
        self.name = LineField(theme, tr("New name of the tag"))
        self.name.returnPressed.connect(self._rename)
        self.into = Choice(theme, tr("Tag to merge it with"))
        self.word = Choice(theme, tr("Word of my own"))
        self.mark = Choice(theme, tr("Mark"))
        self.rename_button = self._button(tr("Rename"), self._rename)
        self.merge_button = self._button(tr("Merge"), self._merge)
        self.remove_button = self._button(tr("Take the tag away"), self._remove)
        self.remove_word_button = self._button(tr("Take the word away"), self._remove_word)
        self.remove_mark_button = self._button(tr("Take the mark away"), self._remove_mark)
        self.undo_button = link_button(theme, tr("Undo"))
        self.undo_button.clicked.connect(self._take_back)
        self.close_button = main_button(theme, tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self._said = soft(theme, "")
        self._build()
        self._say("", None)

    def load(self) -> None:
        """Find the tags and words anew."""
        tags, own_words, markers = self._tags, self._own_words, self._markers
        self._tasks.run(
            lambda: (tags.groups(), own_words.all(), markers.all()), lambda found: self._show(*found), self._failed
        )

    def _button(self, text: str, action: Callable[[], None]) -> QWidget:
        button = quiet_button(self._theme, text)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _build(self) -> None:
        theme = self._theme
        column = Column(self)
        column.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        column.setSpacing(Space.M)
        column.addWidget(card_title(theme, tr("Tidy up tags and words")))
        column.addWidget(soft(theme, tr("What you said before keeps its tags and words.")))
        self._tag_part = self._part(
            ButtonRow(self._labelled(tr("Tag"), self.tag), self.remove_button),
            self.name,
            ButtonRow(self.rename_button),
            ButtonRow(self._labelled(tr("Make it one with"), self.into), self.merge_button),
        )
        self._word_part = self._part(
            ButtonRow(self._labelled(tr("Word of my own"), self.word), self.remove_word_button)
        )
        column.addWidget(self._tag_part)
        self._mark_part = self._part(ButtonRow(self._labelled(tr("Mark"), self.mark), self.remove_mark_button))
        column.addWidget(self._word_part)
        column.addWidget(self._mark_part)
        column.addWidget(self._said)
        column.addWidget(ButtonRow(self.close_button, self.undo_button))

    def _part(self, *widgets: QWidget) -> QWidget:
        part = QWidget()
        column = Column(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in widgets:
            column.addWidget(widget)
        return part

    def _labelled(self, text: str, choice: Choice) -> QWidget:
        box = QWidget()
        column = Column(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(body(self._theme, text))
        column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeading)
        return box

    def _show(self, groups: Sequence[TagGroup], words: Sequence[OwnWord], markers: Sequence[Marker]) -> None:
        found: list[tuple[TagGroup, Tag]] = [(group, tag) for group in groups for tag in group.tags]
        self._names = {tag.id: tag.name for _, tag in found}
        items = [(tag.id, tr("{group}: {tag}").format(group=group.name, tag=tag.name)) for group, tag in found]
        self.tag.set_items(items)
        self.into.set_items(items)
        self.word.set_items([(word.id, word.word) for word in words])
        self.mark.set_items([(marker.id, _mark_words(marker)) for marker in reversed(markers)])
        self._mark_part.setVisible(bool(markers))
        self._tag_part.setVisible(bool(items))
        self._word_part.setVisible(bool(words))
        self._show_tag()
        self.adjustSize()

    def _show_tag(self) -> None:
        self.name.setText(self._names.get(self.tag.chosen() or "", ""))

    def _rename(self) -> None:
        tag_id, name, tags = self.tag.chosen(), self.name.text(), self._tags
        if tag_id is not None:
            before = self._names[tag_id]
            self._do(lambda: tags.rename(tag_id, name), tr("Renamed."), lambda: tags.rename(tag_id, before))

    def _merge(self) -> None:
        tag_id, into, tags = self.tag.chosen(), self.into.chosen(), self._tags
        if tag_id is not None and into is not None:
            said = tr("“{other}” is “{tag}” now, in the past too.").format(
                other=self._names[tag_id], tag=self._names[into]
            )
            self._do(lambda: tags.merge(into, tag_id), said, lambda: tags.restore(tag_id))

    def _remove(self) -> None:
        tag_id, tags = self.tag.chosen(), self._tags
        if tag_id is not None:
            said = tr("“{tag}” is not offered any more.").format(tag=self._names[tag_id])
            self._do(lambda: tags.remove(tag_id), said, lambda: tags.restore(tag_id))

    def _remove_word(self) -> None:
        word_id, words = self.word.chosen(), self._own_words
        if word_id is not None:
            said = tr("“{tag}” is not offered any more.").format(tag=self.word.currentText())
            self._do(lambda: words.remove(word_id), said, lambda: words.restore(word_id))

    def _remove_mark(self) -> None:
        mark_id, markers = self.mark.chosen(), self._markers
        if mark_id is not None:
            self._do(lambda: markers.remove(mark_id), tr("The mark is gone."), lambda: markers.restore(mark_id))

    def _do(self, work: Callable[[], object], said: str, undo: Callable[[], object] | None) -> None:
        def done(_: object) -> None:
            self._say(said, undo)
            self.load()

        self._tasks.run(work, done, self._failed)

    def _take_back(self) -> None:
        undo = self._undo
        if undo is not None:
            self._do(undo, tr("Undone."), None)
            self.close_button.setFocus()

    def _failed(self, error: CompanionError) -> None:
        self._say(str(error), None)

    def _say(self, text: str, undo: Callable[[], object] | None) -> None:
        self._undo = undo
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.undo_button.setVisible(undo is not None)


def _mark_words(marker: Marker) -> str:
    shown = marker.line or marker_words()[marker.kind.value]
    line = shown if len(shown) <= _LINE else shown[:_LINE].rstrip() + "…"
    return tr("{day}: {line}").format(day=day_and_year(marker.moment.local_date), line=line)
