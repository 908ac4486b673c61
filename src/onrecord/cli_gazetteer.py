"""The command that takes in a gazetteer. `onrecord.cli` takes it up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

_WHAT = "JSON lines, lines of a Wikidata dump, or CSV; see docs/gazetteer.md."
OPTION = typer.Option(
    "--gazetteer",
    metavar="FILE",
    help=f"Link names to the rows of this list, in place of the one before: {_WHAT} May be repeated.",
)


def gazetteer(
    record: Annotated[
        Path,
        typer.Argument(metavar="FILE.record", help="The record, as `onrecord read` made it."),
    ],
    extracts: Annotated[list[Path], typer.Argument(metavar="EXTRACT...", help=_WHAT)],
) -> None:
    """Link names to a list of who is who that you supply, in place of the one before.

    Exit status 1 when some of its rows could not be read: see `onrecord problems`.
    """
    from onrecord.pipeline import relink
    from onrecord.record import Record

    with Record.open(record):
        pass  # `supplied` would make one
    bad = supplied(record, extracts)
    with Record.open(record) as opened:
        relink(opened)
    if bad:
        typer.echo(f"see what is wrong with: onrecord problems {record}", err=True)
        raise typer.Exit(1)


def supplied(record: Path, extracts: Sequence[Path]) -> int:
    """Take the files in, say how it went, and give how many rows were bad."""
    from onrecord.gazetteers import supply
    from onrecord.record import Record

    with Record.open(record, create=True) as opened:
        count, bad = supply(opened, extracts)
    typer.echo(f"{count} rows in the gazetteer, {bad} bad", err=True)
    return bad
