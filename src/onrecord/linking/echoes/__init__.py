"""Which articles reuse whose text, which way it went, and what was changed: articles in, echoes out.

`sheets` keeps the words of articles, `runs` their `shingles`. `candidates` are pairs that share enough of them,
standing text (`furniture`) left out; `alignment` finds the passages, `shared_passages` tells which are reuse,
`lineage` which way it went, and `pairs` makes the echo of two articles. `store` is the way through.
"""
