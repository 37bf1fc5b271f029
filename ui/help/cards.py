"""The cards of Help now: danger first, then the lines, then what to say."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout

from numbcompanion.care.helplines import CountryHelp, Elsewhere, Helpline
from numbcompanion.translation import tr
from ui.dates import day_and_year
from ui.help.number import Number
from ui.kit.card import Card
from ui.kit.text import Text, body, caption, card_title, label, soft, soft_body
from ui.theme import Role, Space, TextStyle, Theme

_DOT = " · "


def danger_card(theme: Theme, country: CountryHelp) -> Card:
    """Return the card with the emergency numbers of a country."""
    card = _danger(theme)
    whole = [number.number for number in country.emergency if not number.purpose]
    parts = [number for number in country.emergency if number.purpose]
    danger = tr("In danger right now")
    if whole:
        joined = tr(" or ").join(whole)
        card.add(Number(theme, joined, danger, TextStyle.NUMBER_LARGE, copied=whole[0]))
    for number in parts if not whole else ():
        card.add(body(theme, tr(number.purpose)))
        card.add(Number(theme, number.number, tr(number.purpose), TextStyle.NUMBER))
    if whole and parts:
        named = (tr("{number} {purpose}").format(number=n.number, purpose=tr(n.purpose)) for n in parts)
        card.add(body(theme, tr("Also: {numbers}").format(numbers=", ".join(named))))
    card.add(soft_body(theme, tr("or the nearest emergency department, or ask someone to stay with you")))
    return card


def danger_card_elsewhere(theme: Theme, elsewhere: Elsewhere) -> Card:
    """Return the card for a country without a number here: advice in words."""
    card = _danger(theme)
    card.add(caption(theme, tr(elsewhere.advice)))
    card.add(soft_body(theme, tr("Or ask someone to stay with you.")))
    return card


def line_card(theme: Theme, line: Helpline, old: bool) -> Card:
    """Return the card of one line; `old` says that nobody checked it in the last year."""
    card = Card(theme)
    head = QHBoxLayout()
    head.setSpacing(Space.M)
    name = tr("{name} ({part})").format(name=line.name, part=tr(line.part)) if line.part else line.name
    head.addWidget(card_title(theme, name), 1)
    when = soft(theme, _DOT.join((hours_words(line), cost_words(line))))
    when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
    head.addWidget(when, 1)
    card.column.addLayout(head)
    if line.number:
        card.add(Number(theme, line.number, line.name, TextStyle.NUMBER))
    if line.also:
        card.add(body(theme, _DOT.join(tr(way) for way in line.also)))
    card.add(
        soft(theme, _DOT.join(part for part in (_languages(line), source_words(line), checked_words(line)) if part))
    )
    if line.caution:
        card.add(soft(theme, tr(line.caution)))
    if old:
        card.add(Text(theme, old_words(line), TextStyle.SMALL, Role.CARE))
    return card


def directory_card(theme: Theme, elsewhere: Elsewhere, chosen: bool) -> Card:
    """Return what there is where the list has no line: the name of a directory."""
    card = Card(theme)
    if chosen:
        card.add(card_title(theme, tr("No checked line for your country")))
        words = tr("This program has no number for it that it can stand by, and shows none from elsewhere.")
    else:
        card.add(card_title(theme, tr("Which country are you in?")))
        words = tr("Choose it above, and its lines are shown here. It stays on this computer.")
    card.add(soft_body(theme, words))
    card.add(soft_body(theme, tr("A directory of lines in many countries, for your browser or a friend’s phone:")))
    card.add(Number(theme, elsewhere.directory, tr("Directory of lines"), TextStyle.CARD_TITLE))
    return card


def words_card(theme: Theme) -> Card:
    """Return the card with a first sentence to say."""
    card = Card(theme)
    card.add(label(theme, tr("When you call, you can say")))
    card.add(caption(theme, tr("“I feel nothing and it scares me. I don’t know where to start.”")))
    return card


def urgent_card(theme: Theme) -> Card:
    """Return the card with what not to wait with."""
    card = Card(theme)
    card.add(card_title(theme, tr("Do not wait with")))
    for reason in _urgent_reasons():
        card.add(soft_body(theme, reason))
    return card


def hours_words(line: Helpline) -> str:
    """Return when a line is open, or that its sources do not say."""
    return tr(line.hours) if line.hours else tr("hours not stated")


def cost_words(line: Helpline) -> str:
    """Return what a line costs, or that its sources do not say."""
    return tr(line.cost) if line.cost else tr("cost not stated")


def source_words(line: Helpline) -> str:
    """Return where a line was found."""
    return ", ".join(line.sites) if line.sites else tr("from public lists")


def checked_words(line: Helpline) -> str:
    """Return when a line was last checked."""
    if line.checked is None:
        return tr("date of the last check not known")
    return tr("last checked {date}").format(date=day_and_year(line.checked))


def old_words(line: Helpline) -> str:
    """Return the warning for a line that was not checked in the last year."""
    if line.checked is None:
        return tr("It may have changed: nobody noted when it was last checked.")
    return tr("It may have changed: the last check is more than a year ago.")


def _danger(theme: Theme) -> Card:
    card = Card(theme, "care-card")
    card.add(Text(theme, tr("In danger right now"), TextStyle.LABEL, Role.CARE))
    return card


def _languages(line: Helpline) -> str:
    names = []
    for code in line.languages:
        language = QLocale(code).language()
        names.append(tr("and more") if code == "more" else tr(QLocale.languageToString(language)))
    return ", ".join(names)


def _urgent_reasons() -> tuple[str, ...]:
    return (
        tr("• thoughts of dying, or of hurting yourself or someone else"),
        tr("• feeling unreal and having hurt yourself"),
        tr("• hearing or seeing what others do not, or days without sleep with racing thoughts"),
        tr("• not being able to eat, drink, or look after yourself or a baby"),
        tr("• sudden confusion, weakness, slurred speech, a seizure, a head injury, chest pain"),
        tr("• a bad reaction to medicine, or violence at home"),
    )
