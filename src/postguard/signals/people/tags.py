"""@handles and #hashtags, split into words, so that #TeamMaria and @jenny_lopez92 are seen to name somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from postguard.draft.span import Span
from postguard.signals.people.lists import NAME, PLACE, given_class, given_names, is_word, plain, surname_class
from postguard.signals.people.vocabulary import words

_TAG = re.compile(r"(?<![\w@#/.])([@#])([^\W_][\w.]*\w|\w)")
_PIECE = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ']+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A handle or hashtag."""

    span: Span
    sign: str
    """`@` or `#`."""

    names: bool
    """Whether it seems to hold a person's name."""

    cued: bool
    """Whether words in it say that it is about a person (`Team…`, `…Strong`)."""

    core: str
    """The folded name in it; empty when there is none."""


def tags(text: str) -> Iterator[Tag]:
    """The handles and hashtags of a text."""
    for match in _TAG.finditer(text):
        sign, body = match.groups()
        cued, core = _hashtag(body) if sign == "#" else (False, _handle(body))
        yield Tag(Span(*match.span()), sign, bool(core), cued, core)


@lru_cache(maxsize=1 << 12)
def _hashtag(body: str) -> tuple[bool, str]:
    folded = plain(body.replace("_", ""))
    pieces = [plain(piece) for piece in _PIECE.findall(body)]
    camel = len(pieces) > 1
    for before in sorted(words("hashtag-before"), key=len, reverse=True):
        core = folded[len(before) :] if folded.startswith(before) else ""
        if core and (
            _is_name(core, camel, pieces)
            or (before in words("hashtag-prayers") and core in pieces and not is_word(core))
        ):
            return True, core
    for after in sorted(words("hashtag-after"), key=len, reverse=True):
        core = folded[: -len(after)] if folded.endswith(after) else ""
        if core and _is_name(core, camel, pieces):
            return True, core
    if (
        len(pieces) == 2
        and given_class(pieces[0]) == NAME
        and not is_word(pieces[0])
        and surname_class(pieces[1]) == NAME
    ):
        return False, folded
    if len(pieces) == 1 and given_class(folded) == NAME and len(folded) > 3:
        return False, folded
    return False, ""


def _is_name(core: str, camel: bool, pieces: list[str]) -> bool:
    core = core.removesuffix("s") if core.endswith("ss") else core
    if len(core) < 3:
        return False
    kind = given_class(core)
    if kind == PLACE or core in ("usa", "america", "texas", "our", "all", "love", "covid"):
        return False
    if kind is not None and (camel or kind == NAME):
        return core in pieces or not camel or kind == NAME
    return camel and core in pieces and not is_word(core) and surname_class(core) == NAME


@lru_cache(maxsize=1 << 12)
def _handle(body: str) -> str:
    pieces = [plain(p) for part in re.split(r"[_.\d]+", body) for p in _PIECE.findall(part) if p]
    if not pieces:
        return ""
    if len(pieces) > 1:
        for one, other in pairwise(pieces):
            if given_class(one) is not None and len(one) > 2 and (surname_class(other) == NAME or len(other) == 1):
                return one
        return next((p for p in pieces if len(p) > 3 and given_class(p) == NAME), "")
    whole = pieces[0]
    if given_class(whole) == NAME and len(whole) > 3:
        return whole
    for cut in range(len(whole) - 1, 2, -1):  # mariag, jennylopez, sarahsmith
        one, other = whole[:cut], whole[cut:]
        if (
            given_names().get(one) == NAME
            and len(one) > 3
            and (len(other) == 1 or (surname_class(other) is not None and len(other) > 3))
        ):
            return one
    return ""
