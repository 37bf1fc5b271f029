"""What a person typed or pasted, made fit to be kept: everything stays but what no file can hold."""

import unicodedata


def cleaned(text: str, longest: int | None = None) -> str:
    """Return `text` without NUL characters, lone surrogates replaced by U+FFFD, line ends as \\n, cut at `longest`."""
    whole = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    whole = whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole if longest is None else whole[:longest]


def one_line(text: str, longest: int) -> str:
    """Return `text` as one line with single spaces, at most `longest` characters."""
    return " ".join(cleaned(text).split())[:longest]


def folded(text: str) -> str:
    """Return what two writings of one name share, whatever their case and however their letters are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
