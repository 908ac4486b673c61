"""News agencies by the names they print, as data. An agency that is not here is found by the
pattern of its credit; the list only lets a bare or unpunctuated name count."""

from __future__ import annotations

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
}  # fmt: skip

_KNOWN = {form.lower(): name for name, forms in _AGENCIES.items() for form in (name, *forms)}

#: Words that end an agency's name, whoever it is.
NAME_ENDINGS = ("news agency", "press agency", "newswire", "wire service", "press service")


def known_agency(name: str) -> str | None:
    """The canonical name of the agency printed as `name`, None where it is not in the list."""
    return _KNOWN.get(" ".join(name.lower().split()).strip(" .,"))


def looks_like_agency(name: str) -> bool:
    """Whether `name` is in the list or says of itself that it is an agency."""
    return known_agency(name) is not None or name.lower().strip(" .").endswith(NAME_ENDINGS)
