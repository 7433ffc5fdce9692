"""Whether a reply says nearly the same as an earlier one of the run: under a page's reviews everybody sees both."""

from __future__ import annotations

import re
from collections import Counter
from math import ceil

_ALIKE = 0.9
"""Share of words that two replies must have in common, of all words of both, to be the same for a reader."""

_FEWEST_WORDS = 8
"""A reply of fewer words ("Thank you so much!") may be the same every time."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Replies:
    """The replies of one run, kept in memory as counts of their words. Make a new one for each run."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Counter[str]]] = {}

    def repeats(self, text: str) -> bool:
        """Whether a reply repeats one that was asked about before; it is kept for those that come after.

        Args:
            text: the whole reply.
        """
        words = Counter(_WORD.findall(text.lower()))
        size = words.total()
        if size < _FEWEST_WORDS:
            return False
        # Of two replies that are alike at least one of the first few words, in any fixed order, is in both; in the
        # order of length these are rare words, so that few earlier replies need a comparison.
        order = sorted(words.elements(), key=lambda word: (-len(word), word))
        few = dict.fromkeys(order[: size - ceil(_ALIKE * size) + 1])
        found = any(_alike(words, other) for word in few for other in self._by_word.get(word, ()))
        for word in few:
            self._by_word.setdefault(word, []).append(words)
        return found


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    return (one & other).total() >= _ALIKE * (one | other).total()
