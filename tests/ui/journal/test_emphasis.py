"""Markdown stays text; what it means is shown."""

import pytest
from PySide6.QtGui import QFont


@pytest.mark.parametrize(
    ("text", "bold", "italic"),
    [
        ("it **was** so", "was", ""),
        ("it *was* so", "", "was"),
        ("it _was_ so", "", "was"),
        ("it ***was*** so", "was", "was"),
        ("😶 **was** 😶", "was", ""),
        ("snake_case_name and 2 * 3 * 4", "", ""),
        ("**open and never closed", "", ""),
        ("# A heading", " A heading", ""),
    ],
)
def test_emphasis_is_shown(qtbot, theme, text, bold, italic):
    from ui.journal.writing import WordsField

    field = WordsField(theme, "Your words", "")
    qtbot.addWidget(field)
    field.fill(text)
    field._emphasis.rehighlight()
    shown = {"bold": "", "italic": ""}
    units = text.encode("utf-16-le")
    for found in field.document().firstBlock().layout().formats():
        piece = units[2 * found.start : 2 * (found.start + found.length)].decode("utf-16-le")
        if piece.strip("*_#") == "":
            continue
        if found.format.fontWeight() == QFont.Weight.Bold:
            shown["bold"] += piece
        if found.format.fontItalic():
            shown["italic"] += piece
    assert shown == {"bold": bold, "italic": italic}
    assert field.words() == text
