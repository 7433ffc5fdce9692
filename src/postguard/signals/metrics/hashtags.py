"""Hashtags: how many, and whether a screen reader can tell their words apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_TAG = re.compile(r"(?<![\w&/])[#＃](\w*[^\W\d]\w*)")
_SHORT = 3
# Words of health and outreach that hashtags are made of; two of them in one lower-case tag want capitals.
_WORDS = sorted(
    """
    health heart mental care cancer breast awareness month week day national world men women mens womens kids
    child children family flu shot shots vaccine vaccines vaccinate get your my the our we are for with and you
    save lives life blood donor donate nurse nurses doctor doctors hospital clinic team work at home stay safe
    strong love hope support matters matter first stroke know signs sleep well wellness good food eat healthy
    living fit fitness diabetes type one two sugar brain skin lung lungs colon screening early detection
    prevention prevent stop suicide overdose recovery pride black history maternal mothers moms dads fathers
    baby babies birth born community proud local free event join us give giving tuesday monday motivation
    wednesday thursday friday saturday sunday fun fact throwback physical therapy public rural patient patients
    safety quality service hero heroes thank wash hands mask up wear red pink purple orange gold blue white
    green ribbon run walk move more sit less quit smoking smoke tobacco vape summer winter spring fall back to
    school season holiday happy new year dental tooth smile smiles vision eye hearing autism adhd down syndrome
    kidney liver transplant organ hiv aids covid19 covid rsv hpv alzheimers dementia aging senior seniors
    veteran veterans military step steps ask talk about it say yes no not alone better together stronger rise
    act now fast time change future
    healthcare childcare skincare eldercare selfcare
    """.split(),
    key=len,
    reverse=True,
)
_TWO_WORDS = re.compile(rf"(?:{'|'.join(map(re.escape, _WORDS))}){{2,}}s?")


class Hashtags:
    """`metric.hashtag` each, `metric.hashtag_case` for words run together, `metric.hashtags` with the count."""

    name = "hashtags"
    produces = ("metric.hashtag", "metric.hashtags", "metric.hashtag_case")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The signals of one view."""
        total = 0
        last = None
        for match in _TAG.finditer(reading.view.text):
            total += 1
            last = Span(*match.span())
            yield Signal("metric.hashtag", last, {"number": total}, self.name)
            if runs_words_together(match.group(1)):
                yield Signal("metric.hashtag_case", last, source=self.name)
        if last is not None:
            yield Signal("metric.hashtags", last, {"count": total}, self.name)


def runs_words_together(tag: str) -> bool:
    """Whether a tag (without #) is several known words in one case."""
    if not (tag.islower() or tag.isupper()) or "_" in tag or len(tag) < 2 * _SHORT:
        return False
    lowered = tag.lower()
    return lowered not in _WORDS and lowered.removesuffix("s") not in _WORDS and bool(_TWO_WORDS.fullmatch(lowered))
