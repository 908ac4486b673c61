"""How good and how fast onrecord is, held against floors that only go up.

    python -m benchmarks              every benchmark whose data is here
    python -m benchmarks demo         one of them

One module a benchmark, with `measure(data, options)`, which gives one `Figure` a line and raises
`DataAbsentError` where its data is absent. Nothing here is part of the installed package.
"""
