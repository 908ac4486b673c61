"""One size, in this process: `python -m benchmarks.scaling SIZE FOLDER`."""

import sys

from benchmarks.scaling import main

main(sys.argv[1:])
