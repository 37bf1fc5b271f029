"""Writes the application's style sheet from the tokens; every size in it grows with the text scale."""

from collections.abc import Callable
from string import Template

import resources
from ui.theme.roles import Radius, Role
from ui.theme.tokens import Tokens

_SURFACES = Template("""
QMainWindow, QDialog { background: $paper; }
QScrollArea, QAbstractScrollArea#page { background: transparent; border: none; }
QWidget[role="clear"] { background: transparent; border: none; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[role="care-card"] { background: $card; border: 1px solid $care; border-radius: ${r_card}px; }
QFrame[role="accent-card"] { background: $card; border: 1px solid $accent; border-radius: ${r_card}px; }
QFrame[role="sunk"] { background: $sunk; border: none; border-radius: ${r_button}px; }
QFrame[role="line"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="line-upright"] { background: $line; border: none; min-width: 1px; max-width: 1px; }
QFrame[role="toast"] { background: $card; border: 1px solid $edge; border-radius: ${r_card}px; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: ${p4}px ${p8}px; font-size: ${f13}px; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: ${p6}px; }
QMenu::item { background: transparent; padding: ${p8}px ${p20}px ${p8}px ${p14}px; border-radius: ${r_small}px; }
QMenu::item:selected { background: $accent_wash; color: $accent; }
QMenu::item:disabled { color: $soft_ink; }
QMenu::separator { height: 1px; background: $line; margin: ${p6}px ${p8}px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: $line; }
QStatusBar { background: $paper; color: $soft_ink; }
""")

_BUTTONS = Template("""
QPushButton { background: transparent; color: $accent; border: 1px solid $line; border-radius: ${r_button}px;
  padding: ${p11}px ${p18}px; font-size: ${f15}px; font-weight: 600; text-align: center; }
QPushButton:hover { background: $sunk; }
QPushButton:pressed { background: $accent_wash; }
QPushButton:focus { border: 2px solid $focus; padding: ${p11m}px ${p18m}px; }
QPushButton:disabled { color: $soft_ink; border: 1px dashed $line; background: transparent; }
QPushButton[role="main"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[role="main"]:hover, QPushButton[role="main"]:pressed { background: $accent_strong; }
QPushButton[role="main"]:focus { border: 2px solid $ink; }
QPushButton[role="main"]:disabled { background: $sunk; color: $soft_ink; border: 1px dashed $edge; }
QPushButton[role="care"] { color: $care; border: 1px solid $care; }
QPushButton[role="care"]:hover, QPushButton[role="care"]:pressed { background: $care_wash; }
QPushButton[role="care"]:focus { border: 2px solid $care; }
QPushButton[role="link"] { border: 1px solid transparent; padding: ${p5}px ${p2}px; border-radius: ${r_small}px; }
QPushButton[role="link"]:hover { background: transparent; color: $accent_strong; text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $focus; padding: ${p5m}px ${p2m}px; }
QPushButton[role="icon"] { border: 1px solid transparent; padding: ${p7}px; }
QPushButton[role="icon"]:focus { border: 2px solid $focus; padding: ${p7m}px; }
QPushButton[role="chip"] { background: $card; color: $ink; border: 1px solid $line; border-radius: ${r_chip}px;
  padding: ${p6}px ${p13}px; font-size: ${f14}px; font-weight: 400; }
QPushButton[role="chip"]:hover { border: 1px solid $edge; }
QPushButton[role="chip"]:checked {
  background: $accent_wash; color: $accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: ${p6m}px ${p13m}px; }
QPushButton[role="nav"] { color: $soft_ink; border: 1px solid transparent; padding: ${p10}px ${p10}px;
  font-weight: 400; text-align: left; }
QPushButton[role="nav"]:hover { background: $sunk; }
QPushButton[role="nav"]:checked { background: $accent_wash; color: $accent; font-weight: 600; }
QPushButton[role="nav"]:focus, QPushButton[role="nav-care"]:focus {
  border: 2px solid $focus; padding: ${p10m}px ${p10m}px; }
QPushButton[role="nav-care"] { background: $card; color: $care; padding: ${p10}px ${p10}px; font-weight: 400;
  text-align: left; }
QPushButton[role="nav-care"]:hover { background: $care_wash; }
QPushButton[role="nav-care"]:checked { border: 1px solid $care; font-weight: 600; }
QPushButton[role="row"] { background: transparent; color: $ink; border: 1px solid transparent; text-align: left;
  padding: ${p7}px ${p10}px; font-weight: 400; }
QPushButton[role="row"]:hover { background: $sunk; }
QPushButton[role="row"]:checked { background: $accent_wash; color: $accent; font-weight: 600; }
QPushButton[role="row"]:focus { border: 2px solid $focus; padding: ${p7m}px ${p10m}px; }
QToolButton { background: transparent; color: $accent; border: 1px solid transparent; border-radius: ${r_button}px;
  padding: ${p6}px; }
QToolButton:hover { background: $sunk; }
QToolButton:focus { border: 1px solid $focus; }
""")

_FIELDS = Template("""
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox { background: $card; color: $ink;
  border: 1px solid $line; border-radius: ${r_button}px; padding: ${p11}px ${p12}px; font-size: ${f15}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $soft_ink; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
  border: 1px solid $edge; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $focus; padding: ${p11m}px ${p12m}px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $sunk; color: $soft_ink; }
QTextEdit[role="prose"], QPlainTextEdit[role="prose"], QLineEdit[role="prose"], QTextEdit[role="prose"]:focus,
QPlainTextEdit[role="prose"]:focus, QTextEdit[role="prose"]:hover, QPlainTextEdit[role="prose"]:hover {
  background: transparent; border: none; padding: 0; }
QAbstractSpinBox { padding: ${p11}px 0; }
QAbstractSpinBox:focus { padding: ${p11m}px 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:hover {
  border: none; padding: 0 ${p12}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${p24}px;
  height: ${p14}px; subcontrol-origin: border; margin-right: ${p4}px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: ${p5}px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: ${p5}px; }
QAbstractSpinBox::up-arrow { image: url("$step_up"); width: ${p12}px; height: ${p12}px; }
QAbstractSpinBox::down-arrow { image: url("$step_down"); width: ${p12}px; height: ${p12}px; }
QComboBox { border-radius: ${r_chip}px; padding: ${p6}px ${p13}px; font-size: ${f14}px; combobox-popup: 0; }
QComboBox:focus { padding: ${p6m}px ${p13m}px; }
QComboBox::drop-down { border: none; width: ${p24}px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$step_down"); width: ${p12}px; height: ${p12}px; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: 1px solid $edge; padding: ${p4}px;
  outline: none; selection-background-color: $accent_wash; selection-color: $accent; }
QComboBox QAbstractItemView::item { min-height: ${p32}px; padding: 0 ${p8}px; }
QListView, QTreeView, QTableView { background: transparent; color: $ink; border: none; outline: none;
  alternate-background-color: $sunk; }
QListView::item, QTreeView::item {
  padding: ${p8}px ${p10}px; border: 1px solid transparent; border-radius: ${r_button}px; }
QListView::item:hover, QTreeView::item:hover { background: $sunk; }
QListView::item:selected, QTreeView::item:selected { background: $accent_wash; color: $accent; }
QListView::item:focus { border: 1px solid $focus; }
QHeaderView::section { background: transparent; color: $soft_ink; border: none; border-bottom: 1px solid $line;
  padding: ${p6}px ${p8}px; }
QCheckBox, QRadioButton { color: $ink; spacing: ${p10}px; padding: ${p4}px; border: 1px solid transparent;
  border-radius: ${r_small}px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: ${p18}px; height: ${p18}px; border: 2px solid $edge;
  background: $card; border-radius: ${r_small}px; }
QRadioButton::indicator { border-radius: ${p11}px; }
QCheckBox::indicator:checked { background: $accent; border: 2px solid $accent; image: url("$mark"); }
QRadioButton::indicator:checked { background: $accent; border: 2px solid $accent; image: url("$mark"); }
QCheckBox:disabled, QRadioButton:disabled { color: $soft_ink; }
QCheckBox[role="switch"] { border: none; padding: 0; }
QProgressBar {
  background: $sunk; border: 1px solid $edge; border-radius: ${r_small}px; color: $ink; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: ${r_small}px; }
""")

_SCROLL = Template("""
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${p10}px; }
QScrollBar:horizontal { height: ${p10}px; }
QScrollBar::handle { background: $line; border-radius: ${p3}px; margin: 2px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")

_STEPS = (2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 18, 20, 24, 32)


def style_sheet(tokens: Tokens, px: Callable[[int], int]) -> str:
    """Return the whole style sheet for these tokens, sized by `px`."""
    words: dict[str, object] = {role.value: tokens.colors[role] for role in Role}
    for step in _STEPS:
        words[f"p{step}"] = px(step)
        words[f"p{step}m"] = max(0, px(step) - 1)
    for size in (13, 14, 15):
        words[f"f{size}"] = px(size)
    words["r_card"], words["r_button"], words["r_small"] = Radius.CARD, Radius.BUTTON, Radius.SMALL
    words["r_chip"] = chip_radius(px)
    words["step_up"] = resources.path("icons/step-up.svg").as_posix()
    words["step_down"] = resources.path("icons/step-down.svg").as_posix()
    mark = "mark-dark" if tokens.dark else "mark-light"
    words["mark"] = resources.path(f"icons/{mark}.svg").as_posix()
    return "".join(part.substitute(words) for part in (_SURFACES, _BUTTONS, _FIELDS, _SCROLL))


def chip_radius(px: Callable[[int], int]) -> int:
    """Return half the height of a one-line chip or choice."""
    return px(16) - 1  # a radius over half the height, even by rounding, would make square corners
