"""What a speaker does by saying it: asserts, denies, demands, promises, threatens …

`stance` reads it off the cue; where the cue says nothing ('said'), `content` reads it off what is said: its
main clauses (`mains`), whether they look ahead (`ahead`), whether they blame or praise (`blame`).
"""
