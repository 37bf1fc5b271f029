import pytest
from PySide6.QtCore import QPoint, Qt

from ui.kit.body_figure import REGIONS, BodyFigure


@pytest.fixture
def figure(theme, qtbot):
    figure = BodyFigure(theme, "Where in the body", {region: region for region in REGIONS})
    qtbot.addWidget(figure)
    figure.show()
    return figure


@pytest.mark.parametrize(
    ("place", "region"),
    [((40, 15), "head"), ((40, 38), "throat"), ((40, 50), "chest"), ((40, 80), "belly"), ((12, 80), "hands"),
     ((68, 80), "hands"), ((33, 120), "legs")],
)  # fmt: skip
def test_a_press_chooses_the_region_under_it(figure, qtbot, place, region):
    with qtbot.waitSignal(figure.region_chosen) as chosen:
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(*place))
    assert chosen.args == [region]


def test_a_press_beside_the_body_chooses_nothing(figure, qtbot):
    with qtbot.assertNotEmitted(figure.region_chosen):
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_arrows_reach_every_region_and_enter_chooses_it(figure, qtbot):
    chosen = []
    figure.region_chosen.connect(chosen.append)
    for _ in REGIONS:
        qtbot.keyClick(figure, Qt.Key.Key_Up)
    for _ in REGIONS:
        qtbot.keyClick(figure, Qt.Key.Key_Return)
        qtbot.keyClick(figure, Qt.Key.Key_Down)
    assert chosen == list(REGIONS)
    assert figure.accessibleDescription() == "legs"
