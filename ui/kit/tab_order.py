"""The way of the Tab key through controls that were made later than those they stand before."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_on_to(first: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from `first` to every control in `widgets`, in the order they were made, before anything else."""
    last = first
    for widget in widgets:
        for control in (widget, *widget.findChildren(QWidget)):
            if control.window() is not first.window() or control.focusProxy() is not None:
                continue  # the list that a choice opens; the inside of a number field
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, control)
                last = control
