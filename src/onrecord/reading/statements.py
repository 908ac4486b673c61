"""The last layer of attribution: candidates, speakers and times put together as `Attribution`s."""

from __future__ import annotations

from onrecord.model import Attribution, Span
from onrecord.reading.attribution.setting import addressee, setting
from onrecord.reading.attribution.stances.stance import quotation_kind, stance
from onrecord.reading.layer import Draft, Layer
from onrecord.reading.saying import sayings


def run(draft: Draft) -> None:
    tree = draft.tree
    places = {id(candidate): place for place, candidate in enumerate(draft.candidates)}
    dated = sayings(tree, draft.candidates, draft.speakers, draft.timexes, draft.article.published)
    for candidate, speaker, when in zip(draft.candidates, draft.speakers, dated, strict=True):
        heard = addressee(tree, candidate)
        where = setting(tree, candidate)
        draft.attributions.append(
            Attribution(
                source=tree.spans(candidate.source),
                cue=tree.spans(candidate.cue),
                content=tuple(candidate.content),
                kind=quotation_kind(tree, candidate, draft.quotes),
                act=candidate.act,
                stance=stance(tree, candidate),
                source_type=speaker.type,
                speaker=speaker.name,
                speaker_spans=speaker.spans,
                addressee=_words(draft, heard),
                addressee_span=heard,
                setting=_words(draft, where),
                setting_span=where,
                said_on=when.on,
                said_earliest=when.earliest,
                said_latest=when.latest,
                said_span=when.span,
                said_dated=when.dated,
                parent=places.get(id(candidate.parent)) if candidate.parent else None,
                by=candidate.by,
                confidence=round(candidate.confidence * (0.5 + 0.5 * speaker.confidence), 3),
            )
        )


def _words(draft: Draft, span: Span | None) -> str | None:
    return " ".join(span.of(draft.article.text).split()) if span else None


LAYER = Layer(
    "statements",
    "2",
    ("tree", "quotes", "candidates", "speakers", "timexes"),
    ("attributions",),
    run,
)
