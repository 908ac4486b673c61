"""What stands on which day, and the days that other articles settle: articles and statements in, a timeline out.

`dated` takes from an article what it places on a day, `timeline` keeps it and joins what is of one claim. For articles
that leave their year open `settling` gathers `evidence` (echoes, and `same_days` of other articles by their
`day_mentions`), `settled_days` weighs it, and `redating` fills in the years.
"""
