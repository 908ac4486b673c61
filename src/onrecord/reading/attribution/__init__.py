"""Tree in, attribution candidates out: source, cue and content spans, found by the trained reader and by rules.

`learned` takes the trained reader's relations, `boundaries` mends their edges; `verbs`,
`prepositions` and `nouns` are the rules' cues and what they take; `quoted` gives quotations to cues, `dialogue`
reads interviews and transcripts; `union` and `find` put it all together; `stances/` and `setting` say what the speaker
does, to whom and where. Who the sources are is settled in `speakers`.
"""
