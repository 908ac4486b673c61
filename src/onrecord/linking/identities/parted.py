"""Names without the parts that judgements took out of them, and these parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.linking.identities.keys import Key, stored
from onrecord.linking.identities.naming import Form, Naming, names_of, usual_of
from onrecord.linking.identities.points import Part
from onrecord.model import IdentityMention, Span

Row = tuple[int, str, int, int]
"""A mention: form, article, start, end."""


class Parted:
    """What `naming` says of keys, with the parts laid over it."""

    def __init__(self, naming: Naming, parts: Iterable[Part] = ()) -> None:
        self._naming = naming
        self._parts = {part.key: part for part in parts}
        self._homes = {part.home for part in self._parts.values()}
        self._forms = {form: part.key for part in self._parts.values() for form in part.forms}
        self._mentions: dict[Row, Key] = {}
        for part in self._parts.values():
            if part.use:
                for start, end in self._spans(part.use.form, part.use.article):
                    if not part.alone or Span(start, end) == part.use.span:
                        self._mentions[part.use.form, part.use.article, start, end] = part.key
        # Uses of which all mentions were taken out, with the key of the last part.
        self._emptied = {
            row[:2]: key
            for row, key in self._mentions.items()
            if all((*row[:2], *span) in self._mentions for span in self._spans(*row[:2]))
        }
        self.alone: dict[str, list[tuple[Span, Key]]] = {}
        """By article, single mentions that were taken out, with the keys of the parts."""
        for part in self._parts.values():
            if part.use and part.alone:
                self.alone.setdefault(part.use.article, []).append((part.use.span, part.key))

    def places(self) -> Iterator[tuple[tuple[int, str, int], Key]]:
        """(form, article, start) of each part, and its key: the article is '' where it is all uses of
        the form, the start -1 where all mentions."""
        for part in self._parts.values():
            if part.use:
                start = part.use.span.start if part.alone else -1
                yield (part.use.form, part.use.article, start), part.key
            for form in part.forms:
                yield (form, "", -1), part.key

    def is_part(self, key: Key) -> bool:
        return key in self._parts

    def part_at(self, form: int, article: str) -> Key | None:
        """The part that the article's use of the form is, as a whole."""
        return self._emptied.get((form, article)) or self._forms.get(form)

    def _spans(self, form: int, article: str) -> list[tuple[int, int]]:
        command = "SELECT DISTINCT start, end FROM mentions WHERE form = ? AND article = ?"
        return self._naming.connection.execute(command, (form, article)).fetchall()

    def there(self, key: Key) -> bool:
        """Whether something is left of the name, or it is a part."""
        return bool(self.forms(key)) if key in self._homes else self.articles(key) > 0

    def articles(self, key: Key) -> int:
        if key not in self._parts:
            return self._naming.articles(key)
        return len({m.article for m in self.mentions([key])})

    def forms(self, key: Key) -> list[Form]:
        part = self._parts.get(key)
        if part and part.use:
            return [Form(part.use.form, part.name, False, 1, None)]
        if not part and key not in self._homes:
            return self._naming.forms(key)
        found = []
        for form in self._naming.forms(part.home if part else key):
            if self._forms.get(form.number, key) == key and (not part or form.number in part.forms):
                out = sum(number == form.number for number, _ in self._emptied)
                if form.articles > out:
                    found.append(form._replace(articles=form.articles - out))
        return found

    def whose(self, row: Row, home: Key) -> Key:
        """The key that a mention of a form of the key `home` is of."""
        return self._mentions.get(row) or self._forms.get(row[0], home)

    def mentions(self, keys: Sequence[Key], *, with_role: bool = False) -> list[IdentityMention]:
        """Each once, by article and place; only those with an office if `with_role`."""
        touched = [key for key in keys if key in self._homes or key in self._parts]
        if not touched:
            return self._naming.mentions(keys, with_role=with_role)
        others = [key for key in keys if key not in touched]
        found = set(self._naming.mentions(others, with_role=with_role))
        for key in touched:
            home = self._parts[key].home if key in self._parts else key
            for form, article, start, end, role in self._naming.connection.execute(
                "SELECT number, article, start, end, role FROM forms"
                " JOIN mentions ON form = number WHERE key = ?",
                (stored(home),),
            ):
                if with_role and not role:
                    continue
                if self.whose((form, article, start, end), home) == key:
                    found.add(IdentityMention(article, Span(start, end), role or None))
        return sorted(found, key=lambda m: (m.article, m.span, m.role or ""))

    def published(self, keys: Sequence[Key]) -> dict[str, tuple[str | None, str | None]]:
        """Of the articles in which an office stands with one of the keys (of a part: with its name), the
        days between which they were published."""
        parts = self._parts
        return self._naming.published([parts[key].home if key in parts else key for key in keys])

    def usual(self, key: Key) -> str:
        """The printed name that most articles use."""
        return usual_of(names_of(self.forms(key)))
