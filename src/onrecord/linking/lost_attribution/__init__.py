"""What one version puts more firmly than the other: echoes and their statements in, lines that lost something out.

`sourced` and `sources` hold which lines had a source. `lost` looks in each echo for lines that `firmness` finds without
it, `dropped_hedges` without their hedge, `upgrades` with a weightier source; `still_told` keeps out what
is no plain fact all the same. `store` is the way through.
"""
