import pytest

from numbcompanion.translation import STRETCHED, use
from ui.theme import Theme


@pytest.fixture(autouse=True)
def undressed(qapp):
    """Give the application its plain dress back, for whoever comes next."""
    yield
    Theme().apply(qapp)


@pytest.fixture
def stretched():
    """Every text half as long again."""
    use(STRETCHED)
    yield
    use(None)


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a widget in a size and returns it."""

    def show(widget, width=None, height=None):
        qtbot.addWidget(widget)
        hint = widget.sizeHint()
        widget.resize(width or hint.width(), height or hint.height())
        widget.show()
        return widget

    return show


@pytest.fixture
def picture():
    """Return a function that draws a widget and gives its bytes."""

    def draw(widget):
        image = widget.grab().toImage()
        return bytes(image.constBits())

    return draw
