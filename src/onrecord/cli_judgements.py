"""The commands that keep what people judge, and show it. `onrecord.cli` takes them up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.export.annotation import Row
    from onrecord.model import Verdict

VERDICTS: dict[str, Verdict] = {"same": "same", "not-same": "not_same", "unsure": "unsure"}
_RECORD = typer.Argument(metavar="FILE.record", help="The record, as `onrecord read` made it.")
_BY = typer.Option("--by", metavar="NAME", help="Who judges; by default the user of this account.")
_WHO = "An identity's id, a name, or ARTICLE:NAME for a name in one article (ARTICLE:START-END for its span)."
_LINK = typer.Option(
    "--link/--no-link",
    help="Link the record again at once, so that it shows; else the next `onrecord read` does.",
)


def judge(
    record: Annotated[Path, _RECORD],
    verdict: Annotated[
        str, typer.Argument(metavar="same|not-same|unsure", help="What A and B are.")
    ],
    one: Annotated[str, typer.Argument(metavar="A", help=_WHO)],
    other: Annotated[str, typer.Argument(metavar="B", help="The same of the other.")],
    by: Annotated[str | None, _BY] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    link: Annotated[bool, _LINK] = True,
) -> None:
    """Judge whether two are the same person, body or place. Kept for good, whatever is read later.

    A name speaks for all articles, a name in an article for that one: judged the
    same as B, it is B there and stays who it was elsewhere. The later of two
    judgements holds. Prints the judgement's id.
    """
    from onrecord.pipeline import relink
    from onrecord.record import Record

    if verdict not in VERDICTS:
        raise OnrecordError(f"the verdict is one of {', '.join(VERDICTS)}; not {verdict}")
    with Record.open(record) as opened:
        made = opened.judge(VERDICTS[verdict], one, other, by, note)
        if link:
            relink(opened)
    typer.echo(made.id)


def judgements(
    record: Annotated[Path, _RECORD],
    withdraw: Annotated[
        str | None,
        typer.Option("--withdraw", metavar="ID", help="Take this one back; it stays in the list."),
    ] = None,
    by: Annotated[str | None, _BY] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, for scripts.")
    ] = False,
    link: Annotated[bool, _LINK] = True,
) -> None:
    """List what was judged, by whom and when, and whether the record shows it."""
    import msgspec

    from onrecord.export.judgements import judgements as rows
    from onrecord.pipeline import relink
    from onrecord.record import Record

    with Record.open(record) as opened:
        if withdraw is not None:
            opened.withdraw(withdraw, by)
            if link:
                relink(opened)
        for row in rows(opened):
            typer.echo(msgspec.json.encode(row).decode() if as_json else _line(row))


def _line(row: Row) -> str:
    one, other = (f"{point['words']}" for point in row["about"])
    held = {True: "", False: "\tnot as the record is linked now", None: "\tnobody of that name now"}
    state = f"\twithdrawn by {row['withdrawn_by']}" if row["withdrawn"] else held[row["heeded"]]
    note = f"\t{row['note']}" if row["note"] else ""
    return (
        f"{row['id']}\t{row['at'][:19]}\t{row['by']}\t{row['verdict']}\t{one}\t{other}{state}{note}"
    )
