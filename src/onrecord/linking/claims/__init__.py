"""Statements that say the same or cannot both hold: statements in, claims with origins and disputes out.

`terms` takes a statement for what can be compared, `sayings` keeps them, `postings` finds those that meet in rare
words. `similarity` tells which say the same, `denials`, `refusals` and `figures` which speak against each other;
`denying`, `refusing` and `rivalry` keep that. `reckoning` is the way through: it has `grouping` put together what
changed, with its `origins`, and `outcome` tells what is new. `custody` follows one statement's way.
"""
