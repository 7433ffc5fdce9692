"""Web addresses in a text, as X finds them (twitter-text): with or without https://, and only with a known ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span

_LETTER = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f"
    r"\u0272\u0289\u02bb\u1e00-\u1eff\u0400-\u052f\u0600-\u06ff\u0750-\u077f\u05d0-\u05ea"
)
_EAST = r"\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
_LABEL = rf"[{_LETTER}0-9{_EAST}](?:[{_LETTER}0-9_{_EAST}-]*[{_LETTER}0-9{_EAST}])?"
# Endings that X links without https:// too: the old generic ones, the common newer ones, and every two-letter one.
_GENERIC = (
    "academy|aero|app|art|asia|biz|blog|care|cat|center|church|clinic|cloud|club|com|community|coop|dental|"
    "dentist|design|dev|digital|doctor|edu|education|email|events|family|fit|fitness|foundation|fun|fund|fyi|"
    "global|gop|gov|guide|guru|health|healthcare|help|hiv|hospital|info|insurance|int|jobs|kids|life|link|live|"
    "love|ly|media|medical|mil|mobi|museum|name|net|network|news|ngo|ngos|one|ong|online|org|page|pharmacy|"
    "physio|plus|post|press|pro|pub|rehab|report|science|services|shop|site|social|solutions|space|store|"
    "studio|support|surgery|tech|tel|tips|today|tools|top|travel|tv|university|vision|vote|web|website|wiki|"
    "world|xxx|xyz|yoga|zone|africa|london|nyc|tokyo|paris|berlin|boston|miami|vegas|band|bar|beer|best|bid|"
    "bike|bingo|blue|business|buzz|cafe|camp|cash|chat|cheap|city|cleaning|click|coach|codes|coffee|company|"
    "computer|cool|country|credit|deals|delivery|diet|direct|directory|dog|domains|earth|energy|exchange|"
    "expert|express|farm|finance|florist|football|forsale|gallery|game|games|garden|gift|gifts|gmbh|gold|golf|"
    "google|green|group|guitars|hair|haus|host|house|how|immo|industries|ink|institute|international|"
    "investments|jetzt|kitchen|land|lawyer|legal|lgbt|limited|loan|ltd|market|marketing|money|movie|ninja|onl|"
    "party|photo|photography|photos|pics|pictures|pink|pizza|place|poker|productions|promo|properties|red|rent|"
    "repair|rest|restaurant|review|reviews|rip|rocks|run|sale|school|security|sex|sexy|show|singles|ski|soccer|"
    "software|style|sucks|systems|tax|taxi|team|tennis|theater|tours|town|toys|trade|training|uno|vacations|"
    "ventures|vet|video|vip|watch|wedding|win|wine|work|works|wtf"
)
_NATIVE = (
    "پاکستان|عمان|کازاخستان|рф|中国|中國|香港|台灣|한국|みんな|"
    "भारत|مصر|السعودية|الجزائر|امارات|الاردن|قطر|تونس|сайт|орг|онлайн|москва|укр|срб|бел|ελ"
)
_COUNTRY = (
    "ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bw|by|bz|"
    "ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|"
    "fm|fo|fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|"
    "ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|"
    "mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|"
    "pl|pm|pn|pr|ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sj|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|"
    "sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tp|tr|tt|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|"
    "zm|zw"
)
_HOST = re.compile(
    rf"(?:{_LABEL}\.)+(?:{_GENERIC}|{_COUNTRY}|{_NATIVE}|xn--[A-Za-z0-9-]+)(?![{_LETTER}0-9@+-])", re.IGNORECASE
)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![{_LETTER}0-9@＠$#＃.\-_/])(?:[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?\.)+"
    rf"(?:{_GENERIC}|{_COUNTRY}|xn--[A-Za-z0-9-]+)(?![{_LETTER}0-9@+.-])(?!\.[A-Za-z])",
    re.IGNORECASE,
)
_PATH = re.compile(
    rf"(?::[0-9]+)?(?:/(?:[{_LETTER}0-9!*';:=+,.$/%#\[\]–_~@|&()-]*[{_LETTER}0-9=_#/+)-])?)?"
    r"(?:\?[A-Za-z0-9!?*'@();:&=+,.$/%#\[\]_~|-]*[A-Za-z0-9_&=#/-])?"
)
_LONGEST_LABEL = 63


def links(text: str, *, bare: bool = True) -> Iterator[Span]:
    """The web addresses of a text in order.

    Args:
        text: any text.
        bare: whether an address without http:// counts.
    """
    found = sorted([*_schemed(text), *(_bare(text) if bare else ())])
    at = 0
    for start, end in found:
        if start >= at:
            yield Span(start, end)
            at = end


def _schemed(text: str) -> Iterator[tuple[int, int]]:
    for scheme in _SCHEME.finditer(text):
        before = text[scheme.start() - 1 : scheme.start()]
        if before and (before.isalnum() or before in "@＠$#＃"):
            continue
        host = _HOST.match(text, scheme.end())
        if host and _is_host(host.group()):
            yield scheme.start(), _end(text, host.end())


def _bare(text: str) -> Iterator[tuple[int, int]]:
    for host in _BARE.finditer(text):
        if _is_host(host.group()):
            yield host.start(), _end(text, host.end())


def _end(text: str, at: int) -> int:
    path = _PATH.match(text, at)
    if path is None:
        return at
    end = path.end()
    while text[end - 1] == ")" and text.count(")", at, end) > text.count("(", at, end):
        end -= 1  # the bracket around the address, not in it
    return end


def _is_host(host: str) -> bool:
    for label in host.split("."):
        try:
            encoded = label if label.isascii() else "xn--" + label.encode("punycode").decode()
        except UnicodeError:
            return False
        if len(encoded) > _LONGEST_LABEL:
            return False
    return True
