"""Events of several articles that are one: events in, happenings out.

`told` takes from an article what tells its events apart (`event_words`, `tables`). `stories` and `reach` find the
articles near each other, `circles` how far they stand in the same company; `same_happening` says how likely two
events are one, `comparisons` keeps that for each pair of articles, `tied` and `average_link` make groups of
it. `groups` is the way through.
"""
