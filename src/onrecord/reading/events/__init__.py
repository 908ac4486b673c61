"""Events: what happened, did not, or may; who took part, where, when, and on whose word.

In: a draft with names, timexes, figures and attributions. Out: `Event`s in text order, typed in PLOVER.
"""
