"""Writes docs/command-line.md from the commands' own help; a test holds the two together.

usage: python docs/generate.py [--check]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("command-line.md")
COMMANDS = ["read", "report", "export", "problems", "judge", "judgements", "gazetteer", "annotate"]


def page() -> str:
    parts = [
        "# The command line\n\nWritten by `python docs/generate.py` from the commands themselves.\n"
    ]
    for command in ["", *COMMANDS]:
        words = [word for word in ("onrecord", command, "--help") if word]
        parts.append(f"\n## {' '.join(words[:-1])}\n\n```\n{_help(words[1:])}\n```\n")
    return "".join(parts)


def _help(arguments: list[str]) -> str:
    plain = {**os.environ, "COLUMNS": "88", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv[0] = 'onrecord'; from onrecord.cli import main; main()",
            *arguments,
        ],
        env=plain,
        capture_output=True,
        text=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def main() -> int:
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
