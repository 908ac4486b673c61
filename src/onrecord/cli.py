"""The command line. Each command imports what it needs when it runs, so that help comes at once.

Exit status: 0 all went well; 1 it was done, and some of the input became a problem; 2 it could
not be done; 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from onrecord import cli_gazetteer, cli_judgements
from onrecord.errors import OnrecordError

app = typer.Typer(
    name="onrecord",
    help="Reads a pile of news and keeps the record: who said what, when, to whom, and who denies it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

RecordFile = Annotated[
    Path, typer.Argument(metavar="FILE.record", help="The record, as `onrecord read` made it.")
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def _onrecord(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


@app.command()
def read(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Files and folders of articles, archives and exports; folders are walked.",
        ),
    ],
    into: Annotated[
        Path,
        typer.Option(
            "--into",
            metavar="FILE.record",
            help="The record to read into. It is made if there is none; what it has already is not read again.",
        ),
    ],
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", min=0, help="Processes that read; 0 for one for each processor."
        ),
    ] = 0,
    engine: Annotated[
        str,
        typer.Option("--engine", help="Where reading runs: local (this machine) or ray."),
    ] = "local",
    gazetteer: Annotated[list[Path] | None, cli_gazetteer.OPTION] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="FIELD=NAME",
            help="Which column of a table holds what, where its name doesn't tell: text=Volltext. May be repeated.",
        ),
    ] = None,
) -> None:
    """Read news articles into a record, and link them.

    Exit status 1 when some of the input could not be read: see `onrecord problems`.
    """
    from onrecord.pipeline import run
    from onrecord.progress import shown

    columns = _columns(column or [])
    bad_rows = cli_gazetteer.supplied(into, gazetteer) if gazetteer else 0
    with _interruptible(into), shown() as progress:
        summary = run(
            paths, into, jobs=jobs, engine_name=engine, columns=columns, progress=progress
        )
    typer.echo(
        f"{summary.read} read, {summary.known} known already, {summary.problems} "
        f"{'problem' if summary.problems == 1 else 'problems'}, in {summary.seconds:.0f} s",
        err=True,
    )
    if summary.problems or bad_rows:
        typer.echo(f"see what is wrong with: onrecord problems {into}", err=True)
        raise typer.Exit(1)


def _columns(given: Sequence[str]) -> dict[str, str]:
    """'text=Volltext' as a pair. Raises `OnrecordError` for a field there is none of."""
    from onrecord.intake.formats.fields import NAMES

    columns = {}
    for pair in given:
        field, equals, name = pair.partition("=")
        if not equals or not name or field not in NAMES:
            raise OnrecordError(
                f"--column wants FIELD=NAME, FIELD one of {', '.join(NAMES)}: {pair}"
            )
        columns[field] = name
    return columns


@app.command()
def report(
    record: RecordFile,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.html",
            help="The page to write; by default it stands beside the record.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The page's title.")] = None,
) -> None:
    """Write one self-contained HTML page of what the record holds."""
    from onrecord.record import Record
    from onrecord.report import build

    out = output or record.with_suffix(".html")
    with Record.open(record) as opened:
        build(opened, out, title)
    typer.echo(f"wrote {out}", err=True)


@app.command()
def export(
    record: RecordFile,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="The folder to write.")
    ],
    format_name: Annotated[
        str,
        typer.Option("--format", help="jsonl: a folder of JSON lines files, one a table."),
    ] = "jsonl",
) -> None:
    """Write the record's tables in a format for other tools."""
    from onrecord.export import format_named
    from onrecord.record import Record

    write = format_named(format_name)
    with Record.open(record) as opened:
        write(opened, output)
    typer.echo(f"wrote {output}", err=True)


@app.command()
def problems(
    record: RecordFile,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, for scripts.")
    ] = False,
) -> None:
    """List what could not be read, and why."""
    import msgspec

    from onrecord.export.rows import problems as rows
    from onrecord.record import Record

    with Record.open(record) as opened:
        for row in rows(opened):
            if as_json:
                typer.echo(msgspec.json.encode(row).decode())
            else:
                typer.echo(f"{row['key']}\t{row['kind']}\t{row['detail']}")


@app.command()
def annotate(
    batch: Annotated[
        int,
        typer.Option("--batch", min=1, help="Documents read at once; answers come by the batch."),
    ] = 16,
) -> None:
    """Read JSON lines from standard input and write what was read, one line for each.

    In: {"id", "text", "published"?, "title"?, "outlet"?}. Out: attributions, timexes, names,
    events and figures, as spans into exactly that text. A line that cannot be read yields
    {"id", "error"} in its place, and exit status 1 at the end.
    """
    import msgspec

    from onrecord.annotation import Failure, annotate_lines
    from onrecord.export.annotation import annotation

    failures = 0
    out = sys.stdout.buffer
    for results in annotate_lines(sys.stdin.buffer, batch):
        for result in results:
            if isinstance(result, Failure):
                failures += 1
                out.write(msgspec.json.encode(result) + b"\n")
            else:
                out.write(msgspec.json.encode(annotation(*result)) + b"\n")
        out.flush()
    if failures:
        raise typer.Exit(1)


app.command()(cli_gazetteer.gazetteer)
app.command()(cli_judgements.judge)
app.command()(cli_judgements.judgements)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line on `arguments`, by default those of the process, and exit."""
    try:
        app(arguments)
    except OnrecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    sys.exit(0)


@contextmanager
def _interruptible(record: Path) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(
            f"onrecord: interrupted; {record} is valid and keeps what was read so far: "
            "run the same command again to go on",
            err=True,
        )
        raise typer.Exit(130) from None
