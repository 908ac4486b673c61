"""Tree in, attribution candidates out: source, cue and content spans, found by parse and rules.

`verbs`, `prepositions` and `nouns` find cues and what they take; `quoted` gives quotations to
cues; `find` puts them together; `stance` and `setting` say what the speaker does, to whom and when.
Who the sources are is settled in `speakers`.
"""
