"""Pairs of words to avoid and words to say instead, where the latter repeat a word of the former.

    ["diabetic (patient|patients)", "$1 with diabetes"]

stands for one pair for each alternative, so that number and noun stay those of the text: `$1` is what the first round
bracket matched, `$2` the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from postguard.errors import UsageError

_GROUP = re.compile(r"\(([^()\[\]]*)\)(?![~+])")
_REFERENCE = re.compile(r"\$([1-9])")


def pairs_of(avoid: str, prefer: str) -> Iterator[tuple[str, str]]:
    """The pairs that a pair stands for; itself, when the words to say repeat none of the others.

    Args:
        avoid: a phrase in the notation of signals.phrases.
        prefer: what to say instead, with `$1` to `$9` for the phrase's round brackets in their order.

    Raises:
        UsageError: it repeats a bracket that is not there, or one whose forms (`~`, `+`) are not written out.
    """
    wanted = {int(number) for number in _REFERENCE.findall(prefer)}
    if not wanted:
        yield avoid, prefer
        return
    pieces = _GROUP.split(avoid)  # text, bracket, text, bracket, …, text
    if 2 * max(wanted) >= len(pieces) or any(re.search("[~+]", pieces[2 * number - 1]) for number in wanted):
        raise UsageError(f"pair {avoid!r}: {prefer!r} repeats no round bracket of plain words")
    choices = [
        pieces[at].split("|") if at % 2 and (at + 1) // 2 in wanted else [f"({pieces[at]})" if at % 2 else pieces[at]]
        for at in range(len(pieces))
    ]
    for chosen in product(*choices):
        instead = prefer
        for number in wanted:
            instead = instead.replace(f"${number}", chosen[2 * number - 1])
        yield "".join(chosen), instead
