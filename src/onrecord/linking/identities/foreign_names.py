"""English names that a public body's name in another language may stand for.

A name made of nothing but words that such names are made of everywhere ('Ministerio de Defensa', 'Croix-Rouge',
'Proteção Civil') is put into English word by word, in the orders that English has. It is the body of
that name where the record has one ('Civil Protection Service'); else nothing comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

LONGEST = 4
"""Words, small ones apart, of the longest name that is put into English."""

_SMALL = frozenset(
    "a o os as da do das dos de del e y el la las los le les du des d l et il lo i gli della dello dei degli delle di"
    " der die das des den dem und fur van voor het en the of and for".split()
)
_ENGLISH = {
    # Spanish, Portuguese, French, Italian, German, Dutch; accents apart.
    "affairs": "asuntos assuntos negocios relaciones relacoes affaires relations affari angelegenheiten zaken",
    "african": "africana africano africaine africain",
    "agency": "agencia agence agenzia agentur agentschap",
    "agriculture": "agricultura agriculture agricoltura landwirtschaft landbouw",
    "air": "aerea aerienne aerea",
    "arab": "arabe araba arabische",
    "army": "ejercito exercito armee esercito heer leger",
    "assembly": "asamblea assembleia assemblee assemblea versammlung vergadering",
    "association": "asociacion associacao association associazione vereniging",
    "authority": "autoridad autoridade autorite autorita behorde autoriteit",
    "bank": "banco banque banca bank",
    "central": "central centrale zentral",
    "chamber": "camara chambre camera kammer kamer",
    "civil": "civil civile zivil civiele",
    "commission": "comision comissao commission commissione kommission commissie",
    "committee": "comite comitato komitee",
    "congress": "congreso congresso congres kongress",
    "constitutional": "constitucional constitutionnel constitutionnelle costituzionale",
    "council": "consejo conselho conseil consiglio rat raad",
    "court": "corte tribunal cour tribunale gericht gerichtshof hof rechtbank",
    "cross": "cruz croix croce kreuz kruis",
    "culture": "cultura culture kultur cultuur",
    "defense": "defensa defesa defense difesa verteidigung defensie",
    "development": "desarrollo desenvolvimento developpement sviluppo entwicklung ontwikkeling",
    "economy": "economia economie wirtschaft",
    "education": "educacion educacao education istruzione bildung onderwijs",
    "electoral": "electoral eleitoral electorale elettorale",
    "environment": "ambiente environnement umwelt milieu",
    "european": "europea europeo europeia europeu europeenne europeen europaische europaischer europese",
    "federal": "federal federale bundes",
    "finance": "finanzas hacienda financas finances finanze finanzen financien",
    "force": "fuerza forca force forza",
    "foreign": "exteriores estrangeiros etrangeres esteri auswartiges auswartige buitenlandse",
    "general": "general generale",
    "government": "gobierno governo gouvernement regierung regering",
    "guard": "guardia guarda garde",
    "health": "salud sanidad saude sante salute sanita gesundheit volksgezondheid",
    "high": "alto alta haut haute",
    "human": "humanos humains umani",
    "interior": "interior interieur interno innern",
    "international": "internacional international internationale internazionale internationaler",
    "investigation": "investigacion investigacao",
    "judiciary": "judicial judiciaire giudiziaria",
    "justice": "justicia justica justice giustizia justiz justitie",
    "labor": "trabajo trabalho travail lavoro arbeit",
    "league": "liga ligue lega",
    "migration": "migracion migracao migration migrazione",
    "military": "militar militaire militare",
    "ministry": "ministerio ministere ministero ministerium ministerie",
    "monetary": "monetario monetaire",
    "national": "nacional national nationale nazionale nationaler nationaal",
    "nations": "naciones nacoes nations nazioni nationen naties",
    "navy": "marinha marina marine armada",
    "office": "oficina gabinete bureau ufficio buro amt",
    "organization": "organizacion organizacao organisation organizzazione organisatie",
    "parliament": "parlamento parlement parlament",
    "party": "partido parti partito partei partij",
    "police": "policia police polizia polizei politie",
    "prosecutor": "fiscalia procuradoria parquet procura",
    "protection": "proteccion protecao protection protezione",
    "public": "publico publica public publique pubblico pubblica",
    "red": "roja rojo vermelha rouge rossa rote rotes rode",
    "rights": "derechos direitos droits diritti",
    "security": "seguridad seguranca securite sicurezza sicherheit veiligheid",
    "senate": "senado senat senato",
    "service": "servicio servico service servizio dienst",
    "social": "social sociale",
    "socialist": "socialista socialiste",
    "state": "estado etat stato staat",
    "supreme": "supremo supremo suprema supreme oberster",
    "trade": "comercio commerce commercio handel",
    "transport": "transporte transportes transport transports trasporti verkehr vervoer",
    "treasury": "tesoro tresor",
    "union": "union uniao unione unie",
    "united": "unidas unidos unies unis unite uniti vereinte vereinten verenigde",
    "university": "universidad universidade universite universita universitat universiteit",
    "workers": "trabajadores trabalhadores travailleurs lavoratori",
    "world": "mundial mondial mondiale",
}  # fmt: skip
_OF = {foreign: word for word, all_of in _ENGLISH.items() for foreign in all_of.split()}
_LEFT_OUT = ("service", "agency", "authority", "department", "office", "ministry")
"""Heads that English names have where others say 'a Proteção Civil'."""


def english_names(folded: str) -> Iterator[str]:
    """The folded English names that the folded name may stand for, likelier ones first; none where one of its
    words is not known."""
    words = [w for w in re.findall(r"[^\W_]+", folded) if w not in _SMALL]
    if not 2 <= len(words) <= LONGEST:
        return
    known = [_OF.get(word) for word in words]
    english = [word for word in known if word]
    if len(english) < len(words) or len(set(english)) < len(english):
        return
    for order in permutations(english[::-1]):
        yield " ".join(order)
        yield f"{order[0]} of {' '.join(order[1:])}"
        if not set(order) & set(_LEFT_OUT):
            for head in _LEFT_OUT:
                yield f"{' '.join(order)} {head}"
