"""A journal page on real services, whose store work waits for `tasks.drain()`."""

import pytest


@pytest.fixture
def journal(companion):
    return companion.journal


@pytest.fixture
def make_page(qtbot, theme, tasks, facts, companion, clock):
    from numbcompanion.journal.nudges import Nudges
    from ui.journal.page import JournalPage
    from ui.kit.dialogs import Dialogs

    def make(journal=None):
        page = JournalPage(
            theme=theme,
            tasks=tasks,
            facts=facts,
            journal=journal or companion.journal,
            dialogs=Dialogs(theme),
            clock=clock,
            nudges=Nudges.from_resources(),
            preferences_file=companion.preferences,
        )
        qtbot.addWidget(page)
        page.resize(956, 780)
        page.show()
        page.opened()
        tasks.drain()
        return page

    return make


@pytest.fixture
def page(make_page):
    return make_page()
