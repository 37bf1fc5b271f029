"""The question at the foot: one, another, none."""


def test_another_question_and_none(page, companion, facts):
    card = page.nudge_card
    first = card.nudge
    card.another_button.click()
    assert card.nudge != first
    assert not card.nudge.deeper
    card.hide_button.click()
    assert companion.preferences.current.nudge_hidden
    assert card.card.isHidden()
    assert not card.show_button.isHidden()
    card.show_button.click()
    assert not companion.preferences.current.nudge_hidden
    assert not card.card.isHidden()
