"""Archives: read recursively, and refused where they expand without end or lead out."""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from intake.fiction import DUMP, PAGE
from intake.files import docx, rss, tarred, zipped
from onrecord.intake import find
from onrecord.intake.limits import Budget, OverflowingError, metered
from onrecord.model import Problem, RawDocument

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel>'
    "</rss>"
)


def kinds(path: Path) -> list[str]:
    return [item.kind if isinstance(item, Problem) else item.media_type for item in find([path])]


def keys(path: Path) -> list[str]:
    return [item.key.removeprefix(path.as_posix()) for item in find([path])]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "archive"
    path.write_bytes(data)
    return path


def test_archives_within_archives(tmp_path: Path) -> None:
    inner = gzip.compress(tarred({"deep/page": PAGE.encode()}))
    path = written(tmp_path, zipped({"b.tgz": inner, "a.txt": DUMP.encode(), ".DS_Store": b"x"}))
    assert keys(path) == ["#a.txt", "#b.tgz#deep/page"]
    assert kinds(path) == ["text/plain", "text/html"]
    (first, _) = find([path])
    assert first.path == path.as_posix()
    assert isinstance(first, RawDocument)
    assert first.data == DUMP.encode()


def test_nesting_has_an_end(tmp_path: Path) -> None:
    data = PAGE.encode()
    for _ in range(6):
        data = zipped({"x": data})
    path = written(tmp_path, data)
    assert kinds(path) == ["too_large"]


def test_members_too_large_for_an_article(tmp_path: Path) -> None:
    path = written(tmp_path, zipped({"a": b"word " * 5_000_000, "b": DUMP.encode()}))
    assert kinds(path) == ["too_large", "text/plain"]


@pytest.mark.parametrize("layers", [1, 2])
def test_archives_that_expand_without_end(
    layers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.intake.limits._FLOOR", 1_000_000)
    bomb = zipped({f"{number:03}": b"word\n" * 200_000 for number in range(40)})
    for _ in range(layers - 1):
        bomb = zipped({"inner": bomb})
    path = written(tmp_path, bomb)
    found = kinds(path)
    assert found[-1] == "too_large"
    assert len(found) < 40
    rows = gzip.compress(b'{"text": "word"}\n' * 500_000)
    assert kinds(written(tmp_path, zipped({"rows.gz": rows})))[-1] == "too_large"


def test_budget_counts_what_comes_out() -> None:
    budget = Budget(0)
    budget.allowed = 10
    stream = metered(io.BytesIO(b"a" * 11), budget)
    with pytest.raises(OverflowingError):
        stream.read()
    assert budget.exceeded


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/../../out", "..\\out", "C:\\out"])
def test_names_that_lead_out(name: str, tmp_path: Path) -> None:
    for data in (zipped({name: PAGE.encode()}), tarred({name: PAGE.encode()})):
        path = written(tmp_path, data)
        # Some readers of archives mend a name at once; then it leads nowhere any more.
        assert kinds(path) in (["unreadable"], ["text/html"])
        assert not (tmp_path.parent / "out").exists()
    assert kinds(written(tmp_path, tarred({"../out": PAGE.encode()}))) == ["unreadable"]


def test_links_in_archives(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, kind, target in (
            ("a", tarfile.SYMTYPE, "/etc/passwd"),
            ("b/c", tarfile.SYMTYPE, "../../secret"),
            ("d", tarfile.LNKTYPE, "../secret"),
            ("e", tarfile.SYMTYPE, "b/inside"),
            ("f", tarfile.FIFOTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    path = written(tmp_path, stream.getvalue())
    assert kinds(path) == ["unreadable"] * 4
    assert keys(path) == ["#a", "#b/c", "#d", "#f"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        for name, target in (("a", "/etc/passwd"), ("b", "c")):
            member = zipfile.ZipInfo(name)
            member.external_attr = (stat.S_IFLNK | 0o777) << 16
            bundle.writestr(member, target)
    path = written(tmp_path, stream.getvalue())
    assert keys(path) == ["#a"]


@pytest.mark.parametrize("wide", ["utf-8", "utf-16"])
def test_entity_bombs(wide: str, tmp_path: Path) -> None:
    text = BOMB.replace('version="1.0"', f'version="1.0" encoding="{wide}"')
    path = written(tmp_path, text.encode(wide))
    (problem,) = find([path])
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"
    assert "entities" in problem.detail
    word = zipped({"[Content_Types].xml": b"", "word/document.xml": text.encode(wide)})
    assert kinds(written(tmp_path, word)) == ["not_text"]


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    data = rss(f"<item><title>t</title><description>{DUMP} x y z &quot;</description></item>")
    named = data.replace(b"<rss", b'<!DOCTYPE rss SYSTEM "%s"><rss' % secret.as_uri().encode(), 1)
    (raw,) = find([written(tmp_path, named)])
    assert isinstance(raw, RawDocument) or raw.kind == "no_article"
    entity = b'<!DOCTYPE rss [<!ENTITY s SYSTEM "%s">]><rss' % secret.as_uri().encode()
    (problem,) = find([written(tmp_path, data.replace(b"<rss", entity, 1))])
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"


def test_damaged_archives_give_what_comes_before(tmp_path: Path) -> None:
    whole = gzip.compress(tarred({"a": PAGE.encode(), "b": os.urandom(40_000).hex().encode()}))
    found = kinds(written(tmp_path, whole[: int(0.6 * len(whole))]))
    assert found[0] == "text/html"
    assert found[-1] in ("truncated", "unreadable")
    assert kinds(written(tmp_path, zipped({"a": PAGE.encode()})[:-30])) == ["truncated"]


def test_encrypted_members_are_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a": PAGE.encode()}))
    data[6] |= 1  # general purpose flag, bit 0, in the local header and in the central directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert kinds(written(tmp_path, bytes(data))) == ["unreadable"]


def test_office_files_other_than_word(tmp_path: Path) -> None:
    sheet = zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    assert kinds(written(tmp_path, sheet)) == ["not_text"]
    assert kinds(written(tmp_path, docx([]))) == ["empty"]
    assert kinds(written(tmp_path, zipped({}))) == []


def test_one_file_that_is_compressed_keeps_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(PAGE.encode()))
    assert keys(path) == [""]
