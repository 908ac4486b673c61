"""Who takes part in an event: its subject, objects and phrases, through passives, relative clauses,
control ('planned to leave') and coordination; of a noun, its owner, its 'of' and 'by', its compound."""

from __future__ import annotations

from onrecord.model import Role
from onrecord.reading.attribution.phrases import is_passive, subject
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.nominals import OF
from onrecord.reading.events.plover import typed
from onrecord.reading.events.triggers import taken_part_in
from onrecord.reading.events.words import BEFALLING, GIVING, PEOPLE, SUPPORTS
from onrecord.reading.tree import Tree

Found = dict[int, Role]

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_EMPTY = frozenset({"it", "there", "this", "that", "these", "those", "what", "which"})
_ONTO = frozenset({"against", "at", "upon"})
# Types of nouns whose 'on' leads to whom it befalls: 'an attack on', 'a ban on', 'a call on'.
_UPON = frozenset({"ASSAULT", "SANCTION", "COERCE", "ACCUSE", "REQUEST"})
_WITH = frozenset({"with", "alongside", "between", "among"})


def participants(ground: Ground, trigger: int) -> Found:
    """Head tokens and their roles, in text order, coordinated ones each for itself."""
    tree = ground.tree
    found: Found = {}
    place = ground.cues.get(trigger)
    if place is not None:
        candidate = ground.draft.candidates[place]
        _put(tree, found, candidate.subject, "actor")
        _put(tree, found, candidate.addressee, "recipient")
    noun = tree.tokens[trigger].tag[:2] == "NN"
    if noun:
        _of_noun(ground, trigger, found)
    elif tree.tokens[trigger].tag[:2] == "JJ":
        _of_adjective(tree, trigger, found)
    else:
        _of_verb(ground, trigger, found, speech=place is not None)
    return dict(sorted(found.items()))


def _of_verb(ground: Ground, verb: int, found: Found, *, speech: bool) -> None:
    tree = ground.tree
    token = tree.tokens[verb]
    if is_passive(tree, verb):
        befallen = tree.child(verb, "nsubjpass", "nsubj")
        if befallen is None and token.dep == "acl":
            befallen = token.head
        elif befallen is None:
            befallen = _shared(tree, verb)
        _put(tree, found, befallen, "recipient")
        for by in tree.children_by(verb, "agent"):
            _put(tree, found, tree.child(by, "pobj"), "actor")
    else:
        if "actor" not in found.values():
            done = "recipient" if token.lemma in BEFALLING else "actor"
            _put(tree, found, doer(tree, verb), done)  # type: ignore[arg-type]  # two literals
        if not speech:
            _objects(tree, verb, found)
    _phrases(ground, verb, found, speech=speech)


def _of_adjective(tree: Tree, adjective: int, found: Found) -> None:
    """'left two people dead', 'was found dead': whom the verb says it of."""
    verb = tree.tokens[adjective].head
    if is_passive(tree, verb):
        _put(tree, found, tree.child(verb, "nsubjpass", "nsubj"), "recipient")
        return
    said_of = tree.child(verb, "dobj") if tree.tokens[verb].lemma != "be" else None
    _put(tree, found, subject(tree, verb) if said_of is None else said_of, "recipient")


def _objects(tree: Tree, verb: int, found: Found) -> None:
    seen = False
    for child in tree.children[verb]:
        if tree.tokens[child].dep in ("dobj", "dative") and tree.tokens[child].pos != "ADP":
            if child + 1 < len(tree) and tree.tokens[child + 1].dep == tree.tokens[child].dep:
                continue  # a word that the parser left in pieces: 're', '-', 'election'
            _put(tree, found, child, "recipient")
            seen = True
        elif tree.tokens[child].dep in ("dative", "prt"):
            _put(tree, found, tree.child(child, "pobj"), "recipient")
    token = tree.tokens[verb]
    if seen or token.dep != "relcl":
        return
    if any(tree.child(prep, "pobj", "pcomp") is None for prep in tree.children_by(verb, "prep")):
        return  # 'the town they marched to'
    below = [tree.tokens[child] for child in tree.children[verb]]
    # 'the man they arrested': the object is the noun, where nothing else stands for it.
    if any(t.dep == "nsubj" and t.tag not in _RELATIVE for t in below) and not any(
        t.tag in ("WRB", *_RELATIVE) or t.dep in ("ccomp", "xcomp") for t in below
    ):
        _put(tree, found, token.head, "recipient")


def _phrases(ground: Ground, verb: int, found: Found, *, speech: bool) -> None:
    tree = ground.tree
    for prep in tree.children[verb]:
        if tree.tokens[prep].dep != "prep":
            continue
        word = tree.tokens[prep].lemma
        head = tree.child(prep, "pobj")
        if head is None or head in ground.timed:
            continue
        if word in _WITH:
            if ground.somebody(head):
                _put(tree, found, head, "participant")
        elif word in _ONTO and not speech:
            name = ground.named.get(head)
            if word == "against" or (ground.somebody(head) and (not name or name.type != "place")):
                _put(tree, found, head, "recipient")
        elif word == "to" and tree.tokens[verb].lemma in GIVING and not speech:
            if ground.somebody(head) or head in ground.named:
                _put(tree, found, head, "recipient")
        elif word in ("on", "aboard") and not speech:
            # 'arrived on board two planes'
            below = tree.child(prep, "prep") or tree.child(head, "prep")
            craft = tree.child(below, "pobj") if below and tree.tokens[head].lemma == "board" else None  # fmt: skip
            craft = craft if craft is not None else (head if word == "aboard" else None)
            if craft is None and any(tree.tokens[c].dep == "nummod" for c in tree.children[head]):
                craft = head
            _put(tree, found, craft, "participant")


def _of_noun(ground: Ground, noun: int, found: Found) -> None:
    tree = ground.tree
    token = tree.tokens[noun]
    befalls = OF.get(token.lemma) == "recipient"
    owner: int | None = None
    through: int | None = None
    for child in tree.children[noun]:
        dep, word = tree.tokens[child].dep, tree.tokens[child].lemma
        if dep == "poss":
            owner = child
        elif dep in ("prep", "agent"):
            head = tree.child(child, "pobj")
            if head is None or head in ground.timed:
                continue
            if word == "of":
                through = head
            elif word in ("by", "from") or (word == "between"):
                if word != "from" or ground.somebody(head):
                    _put(tree, found, head, "actor")
            elif word == "against" or (
                word in ("on", "upon") and typed(token.lemma, True) in _UPON
            ):
                _put(tree, found, head, "recipient")
            elif word in _WITH:
                _put(tree, found, head, "participant")
    if owner is not None and ground.timed.get(owner) is None:
        _put(tree, found, owner, "recipient" if befalls and through is None else "actor")
    if through is not None:
        _put(tree, found, through, "recipient" if befalls or owner is not None else "actor")
    for child in tree.children[noun]:
        if tree.tokens[child].dep in ("compound", "amod", "nmod") and child < noun:
            _before(ground, child, befalls, found)
    if token.dep == "pobj" and "actor" not in found.values():
        verb = tree.tokens[token.head].head
        for above in (verb, tree.tokens[verb].head):
            if tree.tokens[above].tag[:2] == "VB" and taken_part_in(tree, above) == noun:
                _put(tree, found, doer(tree, above), "actor")
    if "actor" not in found.values() and token.dep in ("dobj", "nsubjpass"):
        verb = token.head
        if tree.tokens[verb].lemma in SUPPORTS:
            if token.dep == "dobj":
                _put(tree, found, doer(tree, verb), "actor")
            _phrases(ground, verb, found, speech=False)
            for by in tree.children_by(verb, "agent"):
                _put(tree, found, tree.child(by, "pobj"), "actor")


def _before(ground: Ground, word: int, befalls: bool, found: Found) -> None:
    """'police raid', 'Norland attack', 'hostage release': one who can act does, else it befalls them."""
    tree = ground.tree
    token = tree.tokens[word]
    name = ground.named.get(word)
    acts = name is not None and name.type in ("organisation", "group", "person")
    if acts or token.lemma in PEOPLE:
        taken = "actor" in found.values()
        victim = token.lemma in PEOPLE and token.lemma not in _ACTING and befalls
        if not taken or victim:
            found.setdefault(word, "recipient" if victim or (taken and befalls) else "actor")
    elif befalls and token.dep == "compound" and name is None and "recipient" not in found.values():
        found.setdefault(word, "recipient")


# Of PEOPLE, those who in a compound do and do not suffer: 'police raid'.
_ACTING = frozenset("police army government rebel militant terrorist navy military state gang court".split())  # fmt: skip


def doer(tree: Tree, verb: int) -> int | None:
    """The head of who does it: the subject, a shared one, the antecedent of a relative
    pronoun, the controller of an infinitive."""
    found = subject(tree, verb)
    token = tree.tokens[verb]
    if found is None and token.dep == "acl" and token.tag == "VB":
        noun = token.head
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        if tree.tokens[noun].dep == "dobj":
            return subject(tree, tree.tokens[noun].head)
    if found is not None and token.dep in ("xcomp", "ccomp") and token.tag == "VB":
        above = tree.tokens[token.head]
        if above.lemma == "be" and tree.tokens[found].head == token.head:
            return tree.child(found, "poss")  # 'her plan is to leave'
    return found


def _shared(tree: Tree, verb: int) -> int | None:
    """The subject of a passive that is coordinated with another, or controlled ('asked to be heard')."""
    token = tree.tokens[verb]
    if token.dep in ("conj", "xcomp", "advcl") and token.head != verb:
        above = tree.child(token.head, "nsubjpass", "nsubj")
        return above if above is not None else subject(tree, token.head)
    return None


def _put(tree: Tree, found: Found, head: int | None, role: Role) -> None:
    """Enter a head and what is coordinated with it; relative pronouns as their antecedents."""
    if head is None:
        return
    token = tree.tokens[head]
    if token.tag in _RELATIVE or (token.dep == "nsubj" and token.lemma == "that"):
        antecedent = _antecedent(tree, head)
        if antecedent is None:
            return
        head, token = antecedent, tree.tokens[antecedent]
    if token.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"):
        return
    alone = token.pos == "ADJ" and tree.child(head, "det", "poss", "nummod") is None
    if token.text.lower() not in _EMPTY and not alone:
        found.setdefault(head, role)
    for child in tree.children[head]:
        if tree.tokens[child].dep == "conj" and tree.tokens[child].pos in ("NOUN", "PROPN", "PRON"):
            _put(tree, found, child, role)


def _antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun whose relative clause holds the pronoun."""
    index = tree.tokens[pronoun].head
    for _ in range(5):
        token = tree.tokens[index]
        if token.dep == "relcl":
            return token.head
        if token.head == index:
            return None
        index = token.head
    return None
