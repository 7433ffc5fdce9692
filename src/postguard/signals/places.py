"""Places smaller than a State: `place.city`, `place.county`, `place.zip`, `place.street`, `place.facility`.

45 CFR 164.514(b)(2)(i)(B). A State, a country and the first three digits of most ZIP codes are no identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.lists import lines
from postguard.signals.reading import Reading

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|"
    "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|"
    "Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|"
    "New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|"
    "South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|"
    "Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
_CODES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|"
    "NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
_CAPITAL = r"(?:[A-Z][\w'’.-]*|of|and|the|&|at|de|la|del|-)"
_WORDS = r"(?:(?:St|Mt|Ft|Dr)\. ?)?[A-Z][\w'’&.-]*(?:[ -](?:(?:of|the|and|&|at|for|de|la|del) )?[A-Z][\w'’&-]*){0,5}"
_KIND = (
    r"(?:Hospitals?|Clinics?|Medical Cent(?:er|re)|Med(?:ical)? Ctr|Medical (?:Group|Associates|"
    r"Campus|Plaza)|Health(?:care| Care)?(?: (?:System|Center|Network|Partners|Services|Clinic))?|"
    r"Cancer (?:Center|Institute)|Cardiology|Heart (?:Center|Institute)|Surgery Center|"
    r"Surgical Center|Rehab(?:ilitation)?(?: (?:Center|Hospital))?|Hospice|Urgent Care|Infirmary|"
    r"Sanitarium|"
    r"Nursing (?:Home|Center)|Care Center|Birth(?:ing)? Center|Family (?:Practice|Medicine|Dental)|"
    r"Dental(?: (?:Care|Group|Office))?|Pediatrics|Orthop(?:a)?edics|Dermatology|Oncology|"
    r"General(?: Hospital)?|Memorial(?: Hospital)?|Med|Regional|Presbyterian|Mercy|Methodist|Pavilion|"
    r"Institute|Recovery(?: Center)?|Behavioral Health|Wellness(?: Center)?|Physicians|Eye Center|"
    r"Treatment Center|Manor|Health Sciences)"
)
_FACILITY = re.compile(
    rf"\b(?:[Tt]he )?(?P<name>{_WORDS}[ -]{_KIND})(?:,? (?:of|in|at) {_WORDS})?(?![\w])"
    rf"|\b{_KIND}(?: of| at) {_WORDS}"
    r"|\b(?:St|Saint|Mt|Mount)\.? (?:Mary|John|Joseph|Luke|Vincent|Jude|Francis|Elizabeth|Anthony|"
    r"Thomas|Michael|Peter|Paul|Mark|Agnes|Barnabas|Catherine|Clare|Rita|Alphonsus|David|Sinai|Auburn|"
    r"Carmel|Zion|Nittany)(?:['’]?s)?(?:-\w+)?\b"
    r"|\b(?:Children['’]s(?: Hospital)?(?: (?:of )?[A-Z]\w+){0,2}|Mayo(?: Clinic)?|Johns? Hopkins|"
    r"Cedars?[- ]Sinai|UCLA|UCSF|UCSD|UC Davis|NYU(?: Langone)?|MGH|Mass(?:achusetts)? General|"
    r"Mass Gen|"
    r"MD Anderson|M\.D\. Anderson|Sloan[- ]Kettering|MSK(?:CC)?|Dana[- ]Farber|"
    r"Brigham(?: and Women['’]s)?|Beth Israel|Kaiser(?: Permanente)?|Cleveland Clinic|Stanford|Duke|"
    r"Emory|Vanderbilt|Penn Medicine|Penn|UPenn|"
    r"UPMC|Northwestern|Baylor|Houston Methodist|New ?York[- ]Presbyterian|NYP|Columbia|"
    r"Yale(?: New Haven)?|Georgetown|Barnes[- ]Jewish|Intermountain|Scripps|Sutter|Geisinger|Ochsner|"
    r"Banner|Bellevue|Montefiore|"
    r"Northwell|Tufts|BIDMC|Rush|Sharp|Swedish|Providence|Legacy|OHSU|VA|Walter Reed|Shriners|"
    r"City of Hope|Hazelden|Betty Ford|UW|UAB|UTSW|LAC\+USC|County General)"
    r"(?:[ -](?:Hospital|Clinic|Medical Center|Health|Medicine|Med|General|Memorial|Center|ER|Hosp|campus))*\b",
)
_SEEN_AT = re.compile(r"\b(?:at|to|from|in|by|our|of)\s+(?:the |our )?$", re.IGNORECASE)
_WEAK = re.compile(
    r"^(?:Stanford|Duke|Emory|Penn|Columbia|Rush|Sharp|Swedish|Providence|Legacy|Banner|VA|UW|"
    r"Northwestern|Georgetown|Yale|Mercy|Kaiser|Scripps|Sutter|Tufts|Bellevue)$"
)
_COUNTY = re.compile(
    r"\b[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2} (?:County|Parish|Township|Borough|"
    r"Precinct)\b(?! (?:Fair|Hospital|General|Health))"
)
_ZIP = re.compile(
    rf"(?-i:\b(?:(?!ID)(?:{_CODES})|(?<=, )ID|{_STATES}))\.?,? (?P<value>\d{{5}}(?:-\d{{4}})?)\b|"
    rf"\bzip(?: ?code)?s?\b[^.\d]{{0,30}}(?P<labelled>\d{{5}}(?:-\d{{4}})?\b|\d{{3}}(?=\b|xx|\*\*|--))",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,6}[A-Z]? (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z0-9][\w'’.-]*\.? ){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Circle|Cir|Way|Place|"
    r"Pl|Highway|Hwy|Terrace|Ter|Trail|Trl|Parkway|Pkwy|Alley|Square|Sq|Loop|Pike)\b\.?"
    r"(?:,? (?:Apt|Apartment|Unit|Suite|Ste|#)\.? ?\w+)?"
    r"|\b(?:on|off|near|corner of) (?:[A-Z][\w'’]+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|"
    r"Blvd|Lane|Drive|Highway)\b"
)
_CITY_STATE = re.compile(rf"\b(?P<city>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,2}}),? (?:{_CODES}|{_STATES})\b(?!['’]s)")
_CITY_CUE = re.compile(
    r"(?:\b(?:in|from|near|outside|around|to|at|downtown|city of|town of|village of|over in|"
    r"through|visiting|based|local|nearby|lives? in|via)\s+(?:[nN]orth |[sS]outh |[eE]ast |[wW]est |"
    r"the (?:city|town|village) of |beautiful |sunny )?)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}")
_NICKNAMES = frozenset(
    [
        "nyc",
        "philly",
        "vegas",
        "brooklyn",
        "manhattan",
        "queens",
        "the bronx",
        "harlem",
        "nola",
        "chicagoland",
        "bay area",
        "long island",
        "staten island",
    ]
)
_ABROAD = frozenset(
    "london paris toronto vancouver montreal dublin sydney melbourne berlin madrid tokyo mumbai delhi"
    " lagos nairobi manila rome mexico tijuana".split()
)


@cache
def cities() -> frozenset[str]:
    """The names of US cities of 15,000 people or more, and of some abroad, lower case."""
    listed = {line.partition("\t")[0].lower() for line in lines("cities.txt")}
    return frozenset(listed | {name.removesuffix(" city") for name in listed if len(name) > 12} | _NICKNAMES | _ABROAD)


@cache
def restricted_areas() -> frozenset[str]:
    """The three-digit ZIP areas that are too small to be named (rules/lists/zip3_restricted.txt)."""
    return frozenset(line.strip() for line in lines("zip3_restricted.txt"))


class Places:
    """The places of a view; the organisation's own names and towns are left out."""

    name = "places"
    produces = ("place.city", "place.county", "place.zip", "place.street", "place.facility")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Every place, in the order of the kinds."""
        text = reading.view.text
        own = {name.lower() for name in (*reading.surroundings.names, *reading.surroundings.towns)}
        taken: list[Span] = []
        for kind, span in (*_facilities(text), *_plain(text), *_cities(text)):
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            if text[span.start : span.end].lower() in own:
                continue
            yield Signal(f"place.{kind}", span, source=self.name)


def _facilities(text: str) -> Iterator[tuple[str, Span]]:
    for match in _FACILITY.finditer(text):
        words = match.group()
        if _WEAK.match(words) and not _SEEN_AT.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        start = match.start("name") if match["name"] else match.start()
        yield "facility", Span(start, match.end())


def _plain(text: str) -> Iterator[tuple[str, Span]]:
    for match in _STREET.finditer(text):
        yield "street", Span(*match.span())
    for match in _COUNTY.finditer(text):
        yield "county", Span(*match.span())
    for match in _ZIP.finditer(text):
        digits = match["value"] or match["labelled"]
        if len(digits) > len("000") or digits in restricted_areas():  # three digits of a larger area may stay
            yield "zip", Span(*match.span("value" if match["value"] else "labelled"))


def _cities(text: str) -> Iterator[tuple[str, Span]]:
    listed = cities()
    for match in _CITY_STATE.finditer(text):
        yield "city", Span(*match.span())
    for match in _NAME.finditer(text):
        words = match.group().split()
        for size in range(min(3, len(words)), 0, -1):
            name = " ".join(words[:size]).rstrip(".,'’").removesuffix("'s").removesuffix("’s")
            if name.lower() in listed:
                span = Span(match.start(), match.start() + len(name))
                if _is_town(text, span):
                    yield "city", span
                break


_OF_THE_TOWN = re.compile(r"\b(?:our|the) $", re.IGNORECASE)
_OFFICE = re.compile(r" (?:clinic|office|location|campus|hospital|branch|area|ER|team)\b")


def _is_town(text: str, span: Span) -> bool:
    """Whether what stands around a listed name makes it a town: "from Fresno", "our Fresno clinic"."""
    if text.startswith(("'s", "’s"), span.end):
        return False
    before = text[max(0, span.start - 30) : span.start]
    return bool(_CITY_CUE.search(before) or (_OF_THE_TOWN.search(before) and _OFFICE.match(text, span.end)))
