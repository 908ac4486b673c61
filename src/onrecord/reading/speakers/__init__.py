"""Who speaks: sources resolved within the article to a name or a description.

Comes in: the tree, the article's name chains and the attribution candidates. Goes out: a `Speaker` for each,
with its source type and the words that give it.
"""
