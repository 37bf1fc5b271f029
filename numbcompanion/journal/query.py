"""What a person typed into the search field, read without ever refusing it: words, "phrases", -words."""

import re
import unicodedata
from dataclasses import dataclass

_TERMS = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_WORD_SIGNS = ("L", "N")
# Scripts that set no spaces between words, where a word is found as a run of letters inside a longer one.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
MOST_TERMS = 24
LONGEST_TERM = 200


@dataclass(frozen=True)
class Term:
    """One thing looked for, or (`without`) to be left out; `beginning`: a longer word that begins so counts too."""

    text: str
    without: bool = False
    beginning: bool = False

    @property
    def is_words(self) -> bool:
        """Whether it can be found through the index of words; else it is found as a run of signs."""
        return not _UNSPACED.search(self.text) and any(
            unicodedata.category(sign)[0] in _WORD_SIGNS for sign in self.text
        )

    @property
    def spellings(self) -> tuple[str, ...]:
        """The ways the same signs can be stored: as typed, composed, decomposed."""
        forms = (self.text, unicodedata.normalize("NFC", self.text), unicodedata.normalize("NFD", self.text))
        return tuple(dict.fromkeys(forms))


@dataclass(frozen=True)
class Query:
    """The terms of a search; empty when there is nothing to look for."""

    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        """What has to be on the page."""
        return tuple(term for term in self.terms if not term.without)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """What must not be on the page."""
        return tuple(term for term in self.terms if term.without)


def parse(text: str) -> Query:
    """Read `text`; anything that is not a phrase or a -word is text, so there is no wrong query."""
    terms = [_term(match, text) for match in _TERMS.finditer(text)]
    kept = [term for term in terms if term.text][:MOST_TERMS]
    if kept and all(term.without for term in kept):
        kept = [Term("-" + term.text, beginning=True) for term in kept]
    return Query(tuple(kept))


def _term(match: re.Match[str], text: str) -> Term:
    phrase, word = match["phrase"], match["word"]
    without = bool(match["minus"])
    if phrase is not None:
        return Term(phrase.strip()[:LONGEST_TERM], without)
    if without and not any(unicodedata.category(sign)[0] in _WORD_SIGNS for sign in word):
        return Term("-" + word[:LONGEST_TERM])
    last = match.end() == len(text)
    return Term(word[:LONGEST_TERM], without, beginning=last and not without)
