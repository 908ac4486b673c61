"""News agencies by the names they print, as data. An agency that is not here is found by the
pattern of its credit; the list only lets a bare or unpunctuated name count."""

from __future__ import annotations

import re
from collections.abc import Sequence

# canonical name: other forms, in any case
_AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("thomson reuters", "reuters news agency"),
    "AP": ("associated press", "the associated press", "ap news"),
    "AFP": ("agence france-presse", "agence france presse", "afp relaxnews"),
    "TASS": ("тасс", "itar-tass", "tass news agency"),
    "Sputnik": ("sputnik news",),
    "RIA Novosti": ("ria", "риа новости"),
    "Interfax": ("интерфакс", "interfax-ukraine"),
    "ANI": ("asian news international",),
    "PTI": ("press trust of india",),
    "IANS": ("indo-asian news service",),
    "UNI": ("united news of india",),
    "Xinhua": ("xinhua news agency", "新华社"),
    "Anadolu": ("aa", "anadolu agency", "anadolu ajansi"),
    "EFE": ("agencia efe", "efe news"),
    "dpa": ("deutsche presse-agentur", "dpa international"),
    "ANSA": ("agenzia ansa",),
    "askanews": (),
    "Adnkronos": (),
    "KNA": (),
    "epd": (),
    "SID": (),
    "ots": (),
    "APA": (),
    "PA": ("press association", "pa media", "pa news agency"),
    "CP": ("canadian press", "the canadian press"),
    "AAP": ("australian associated press",),
    "UPI": ("united press international",),
    "CNN": ("cnn wire",),
    "Bloomberg": ("bloomberg news",),
    "Kyodo": ("kyodo news",),
    "Jiji": ("jiji press",),
    "Yonhap": ("yonhap news agency",),
    "Bernama": (),
    "Antara": (),
    "VNA": ("vietnam news agency",),
    "IRNA": (),
    "ISNA": (),
    "Tasnim": (),
    "Fars": ("fars news agency",),
    "SANA": (),
    "WAM": (),
    "SPA": ("saudi press agency",),
    "KUNA": (),
    "MENA": ("middle east news agency",),
    "NNA": ("national news agency",),
    "Ukrinform": (),
    "UNIAN": (),
    "BelTA": (),
    "Prensa Latina": (),
    "Lusa": (),
    "Belga": (),
    "ANP": (),
    "NTB": (),
    "TT": ("tt news agency",),
    "Ritzau": (),
    "STT": (),
    "PAP": (),
    "CTK": ("čtk",),
    "MTI": (),
    "Tanjug": (),
    "Hina": (),
    "NAN": ("news agency of nigeria",),
    "ENA": (),
    "CMC": (),
    "IPS": ("inter press service",),
    "RTT": ("rttnews",),
    "APP": ("associated press of pakistan",),
    "UNB": (),
    "BSS": (),
}

_KNOWN = {form.lower(): name for name, forms in _AGENCIES.items() for form in (name, *forms)}

#: Words that end an agency's name, whoever it is.
NAME_ENDINGS = ("news agency", "press agency", "newswire", "wire service", "press service")
# Words that end the name of an organisation that gives news, not of a person.
_ORGANISATION = re.compile(
    r"\b(?:press|news|agency|newswire|wire|wires|service|services|media|radio|tv|television|network|desk|bureau|staff|"
    r"reporters?|correspondents?|reports?|team|newsroom|editors?|today|times|post|herald|tribune|daily|weekly|"
    r"monitor|courier|gazette|journal|online)$",
    re.IGNORECASE,
)
_FULLER = r"(?: (?:News|Press|Telegraph|Wire|Newswire|Agency|International|Service)){1,3}\b"


def known_agency(name: str) -> str | None:
    """The canonical name of the agency printed as `name`, None where it is not in the list."""
    return _KNOWN.get(" ".join(name.lower().split()).strip(" .,"))


def looks_like_agency(name: str) -> bool:
    """Whether `name` is in the list or says of itself that it is an agency."""
    return known_agency(name) is not None or name.lower().strip(" .").endswith(NAME_ENDINGS)


def names_an_organisation(name: str) -> bool:
    """Whether `name` is one of an outlet, agency or desk rather than of a person, by its last
    word or as an acronym."""
    bare = name.strip(" .,")
    acronym = bare.isupper() and 2 <= len(bare) <= 7 and " " not in bare
    return (
        looks_like_agency(bare)
        or acronym
        or (" " in bare and _ORGANISATION.search(bare) is not None)
    )


def fullest_name(name: str, text: str, others: Sequence[str]) -> str:
    """The fullest form of an agency's `name` that is shown: one of `others` (the page's own names)
    that begins with it, or its longer form in the text, 'Corvo Press' for 'Corvo'. An agency of
    the list keeps its canonical name."""
    known = known_agency(name)
    if known:
        return known
    longer = [other for other in others if other.startswith(name + " ") and len(other.split()) <= 5]
    shown: list[str] = re.findall(rf"\b{re.escape(name)}{_FULLER}", text)
    forms: list[str] = [name, *longer[:1], *shown]
    return max(forms, key=len)
