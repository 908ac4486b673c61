"""Small valid files of every format, each made by code to the format's description."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from intake.fiction import DUMP, PAGE, PARAGRAPHS, TITLE, warc_record

URL = "https://www.vaskcourier.example/2031/03/03/ferry"
BODY_HTML = "".join(f"<p>{escape(p)}</p>" for p in PARAGRAPHS)
OTHER = (
    "The lighthouse keeper of Senn, Ilo Marr, said on Friday that the letter he had found was a "
    "hundred years old.",
    "The museum in Port Vask denied that it had offered to buy it, and said that it would wait.",
)


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]  # mode is one of tarfile's
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def mhtml(page: str = PAGE, charset: str = "utf-8", url: str = URL) -> bytes:
    """As Chromium saves a page: RFC 2557 with quoted-printable parts."""
    import quopri

    picture = "iVBORw0KGgo="
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {url}\r\n"
        "Subject: =?utf-8?Q?Northern=20Ferry?=\r\n"
        "Date: Mon, 12 May 2031 10:15:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--7"\r\n'
        "\r\n\r\n------Part--7\r\n"
        f"Content-Type: text/html; charset={charset}\r\n"
        "Content-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {url}\r\n\r\n"
        + quopri.encodestring(page.encode(charset, "xmlcharrefreplace")).decode()
        + "\r\n------Part--7\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://www.vaskcourier.example/ferry.png\r\n\r\n{picture}\r\n"
        "------Part--7--\r\n"
    ).encode()


def warc_revisit(url: str, first: str) -> bytes:
    """A WARC 1.1 revisit record with the profile `identical-payload-digest`."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    lines = (
        "WARC/1.1",
        "WARC-Type: revisit",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2031-05-13T10:15:00Z",
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        f"WARC-Refers-To-Target-URI: {first}",
        "WARC-Refers-To-Date: 2031-05-12T10:15:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def wacz(records: Sequence[bytes]) -> bytes:
    pages = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        {"id": "1", "url": URL, "ts": "2031-05-12T10:15:00Z", "title": TITLE, "text": "x"},
    ]
    return zipped(
        {
            "archive/data.warc.gz": b"".join(gzip.compress(record) for record in records),
            "indexes/index.cdx.gz": gzip.compress(b"example,vask)/1 20310512101500 {}\n"),
            "pages/pages.jsonl": "\n".join(map(json.dumps, pages)).encode(),
            "datapackage.json": json.dumps(
                {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
            ).encode(),
        }
    )


def rss(items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Vask Courier</title>'
        f"<link>https://www.vaskcourier.example</link><language>en-gb</language>{items}"
        "</channel></rss>"
    ).encode()


RSS_ITEM = (
    f"<item><title>{TITLE}</title><link>{URL}</link><guid isPermaLink='false'>vc-71</guid>"
    "<pubDate>Mon, 03 Mar 2031 08:30:00 +0200</pubDate><dc:creator>Tomas Reil</dc:creator>"
    f"<description>A short summary.</description><content:encoded><![CDATA[{BODY_HTML}]]>"
    "</content:encoded></item>"
)
RSS_SUMMARY = (
    "<item><title>Fishermen Blame New Quota</title><link>https://www.vaskcourier.example/quota"
    "</link><description>A short summary alone.</description></item>"
)
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">The Vask Courier</title>
<entry><id>tag:vask,2031:71</id><title>{TITLE}</title><link rel="alternate" href="{URL}"/>
<published>2031-03-03T08:30:00+02:00</published><updated>2031-03-05T08:30:00+02:00</updated>
<author><name>Tomas Reil</name></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml">{BODY_HTML}</div></content></entry>
<entry><id>tag:vask,2031:72</id><title>Letter</title><updated>2031-03-07T08:30:00Z</updated>
<content type="html">{escape("".join(f"<p>{p}</p>" for p in OTHER))}</content></entry></feed>
""".encode()

NINJS = {
    "uri": "https://corvo.example/items/71",
    "type": "text",
    "versioncreated": "2031-03-03T08:30:00+02:00",
    "firstcreated": "2031-03-02T20:00:00+02:00",
    "byline": "Tomas Reil",
    "headline": TITLE,
    "language": "en",
    "copyrightholder": "Corvo",
    "body_text": "\n".join(PARAGRAPHS),
    "body_xhtml": BODY_HTML,
}
NINJS_2 = {
    "uri": "urn:newsml:corvo.example:71",
    "versioncreated": "2031-03-03T08:30:00+02:00",
    "pubstatus": "usable",
    "by": "Tomas Reil",
    "language": "en",
    "infosources": [{"name": "Corvo"}],
    "headlines": [{"role": "slug", "value": "ferry"}, {"role": "main", "value": TITLE}],
    "bodies": [
        {"role": "caption", "contenttype": "text/plain", "value": "A ferry."},
        {"role": "main", "contenttype": "text/html", "value": BODY_HTML},
    ],
}
NINJS_3 = {
    "uri": "urn:newsml:corvo.example:72",
    "versionCreated": "2031-03-07T08:30:00Z",
    "pubStatus": "usable",
    "by": "Tomas Reil",
    "language": "en",
    "copyrightHolder": "Corvo",
    "headlines": [{"role": "main", "value": "Letter", "contentType": "text/plain"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "\n".join(OTHER)}],
}

NEWS_ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:corvo:71" version="2"
 standard="NewsML-G2" standardversion="2.29" conformance="power" xml:lang="en">
<rightsInfo><copyrightHolder literal="Corvo"/></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="c:1"><name>Corvo News</name></provider>
<versionCreated>2031-03-03T08:30:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><contentCreated>2031-03-02T08:30:00+02:00</contentCreated><by>By Tomas Reil</by>
<creditline>Corvo</creditline><language tag="en"/><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body>{BODY_HTML}</body></html></inlineXML></contentSet></newsItem>"""
PICTURE_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:corvo:p">
<itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="p.jpg"/>
</contentSet></newsItem>"""
NITF = f"""<nitf><head><title>x</title><docdata><date.issue norm="20310303T083000Z"/></docdata></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By Tomas Reil</byline>
<distributor>Corvo</distributor></body.head><body.content>{BODY_HTML}</body.content></body></nitf>"""


def news_message(*items: str) -> bytes:
    inner = "".join(items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsMessage '
        f'xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{inner}</itemSet></newsMessage>'
    ).encode()


def docx(lines: Sequence[str]) -> bytes:
    """WordprocessingML (ECMA-376), a paragraph a line, some of them in two runs."""
    paragraphs = []
    for line in lines:
        half = len(line) // 2
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
            for part in (line[:half], line[half:])
        )
        paragraphs.append(f"<w:p><w:pPr><w:pStyle w:val='Normal'/></w:pPr>{runs}</w:p>")
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + "".join(paragraphs)
        + "<w:p><w:r><w:delText>deleted</w:delText></w:r></w:p></w:body></w:document>"
    )
    return zipped(
        {
            "[Content_Types].xml": b'<?xml version="1.0"?><Types/>',
            "word/document.xml": document.encode(),
        }
    )


def rtf(lines: Sequence[str]) -> bytes:
    """RTF 1.9.1: a font table with a Cyrillic font, escapes in Unicode and in the code page."""
    rows = []
    for line in lines:
        pieces = []
        for char in line:
            if char in "\\{}":
                pieces.append("\\" + char)
            elif char.isascii():
                pieces.append(char)
            elif char in "éüä©":
                pieces.append(f"\\'{char.encode('cp1252')[0]:02x}")
            else:
                units = char.encode("utf-16-le")
                for at in range(0, len(units), 2):
                    unit = int.from_bytes(units[at : at + 2], "little")
                    pieces.append(f"\\u{unit - 65536 if unit > 32767 else unit}?")
        rows.append("{\\f0\\fs24 " + "".join(pieces) + "}\\par\r\n")
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}"
        "{\\f1\\fnil\\fcharset204 Arial Cyr;}}{\\colortbl;\\red0\\green0\\blue0;}"
        "{\\*\\generator Export 1.0;}{\\info{\\title Hidden}}"
        '{\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt }}' + "".join(rows) + "}"
    ).encode("ascii")


NEXIS = (
    "User Name: A Reader",
    "Date and Time: Friday, 9 May 2031 09:31:00 CEST",
    "Job Number: 71000",
    "Documents (2)",
    f"1. {TITLE}",
    "Search Terms: ferry",
    TITLE,
    "The Vask Courier (Orland)",
    "March 3, 2031 Monday 8:30 AM GMT",
    "Copyright 2031 Vask Press Ltd. All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 4",
    "Length:\u00a0112 words",
    "Byline:\u00a0Tomas Reil",
    "Body",
    *PARAGRAPHS,
    "Classification",
    "Language:\u00a0ENGLISH",
    "Publication-Type:\u00a0Newspaper",
    "Load-Date:\u00a0March 4, 2031",
    "End of Document",
    "",
    "Keeper Finds Letter",
    "The Senn Gazette",
    "7. März 2031 Freitag",
    "Length:\u00a040 words",
    "Body",
    *OTHER,
    "Load-Date:\u00a0March 8, 2031",
    "End of Document",
    "A Chart Alone",
    "The Senn Gazette",
    "8 March 2031",
    "Graphic",
    "End of Document",
)

FACTIVA = (
    ("SE", "News"),
    ("HD", TITLE),
    ("BY", "By Tomas Reil"),
    ("WC", "112 words"),
    ("PD", "3 March 2031"),
    ("ET", "08:30"),
    ("SN", "The Vask Courier"),
    ("SC", "VASKC"),
    ("LA", "English"),
    ("CY", "(c) 2031 Vask Press Ltd."),
    ("LP", "\n".join(PARAGRAPHS[:2])),
    ("TD", "\n".join(PARAGRAPHS[2:])),
    ("NS", "gtrans : Transport"),
    ("AN", "Document VASKC00020310303e7330001r"),
)
FACTIVA_OTHER = (
    ("HD", "Keeper Finds Letter"),
    ("WC", "40 words"),
    ("PD", "7 March 2031"),
    ("SN", "The Senn Gazette"),
    ("LA", "English"),
    ("LP", "\n".join(OTHER)),
    ("AN", "Document SENNG00020310307e7370002a"),
)


def factiva_lines(*articles: Sequence[tuple[str, str]]) -> list[str]:
    return [
        line
        for article in articles
        for code, value in article
        for line in (code, *value.split("\n"))
    ]


def factiva_html(*articles: Sequence[tuple[str, str]]) -> bytes:
    """As the service prints it: a table an article, a row a field."""
    tables = []
    for article in articles:
        rows = "".join(
            f'<tr><td align="right" class="index"><b>{code}</b>&nbsp;</td><td>'
            + "".join(f'<p class="articleParagraph enarticleParagraph">{escape(v)}</p>' for v in value.split("\n"))
            + "</td></tr>"
            for code, value in article
        )  # fmt: skip
        tables.append(f'<div class="article enArticle"><table>{rows}</table><br/></div>')
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{''.join(tables)}</body></html>".encode()


FACTIVA_PLAIN = (
    "News",
    TITLE,
    "By Tomas Reil",
    "112 words",
    "3 March 2031",
    "08:30",
    "The Vask Courier",
    "VASKC",
    "English",
    "(c) 2031 Vask Press Ltd.",
    *PARAGRAPHS,
    "Document VASKC00020310303e7330001r",
    "Keeper Finds Letter",
    "40 words",
    "7 March 2031",
    "The Senn Gazette",
    "SENNG",
    "English",
    "Copyright 2031.",
    *OTHER,
    "Document SENNG00020310307e7370002a",
)

MEDIA_CLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    f'71,2031-03-04 01:00:00,en,vaskcourier.example,vaskcourier.example,2031-03-03,"{TITLE}",{URL}?utm_source=feed\n'
    "72,2031-03-08 01:00:00,en,senn.example,senn.example,2031-03-07,Letter,https://senn.example/letter\n"
).encode()


def gkg(url: str = URL) -> bytes:
    cells = [""] * 27
    cells[:5] = ["20310304010000-7", "20310304010000", "1", "vaskcourier.example", url]
    cells[26] = (
        "<PAGE_AUTHORS>Tomas Reil</PAGE_AUTHORS><PAGE_PRECISEPUBTIMESTAMP>20310303083000"
        f"</PAGE_PRECISEPUBTIMESTAMP><PAGE_TITLE>{TITLE} &#x2013; Vask</PAGE_TITLE>"
    )
    return ("\t".join(cells) + "\n").encode()


CSL = [
    {
        "id": "reil2031",
        "type": "article-newspaper",
        "title": TITLE,
        "container-title": "The Vask Courier",
        "author": [{"family": "Reil", "given": "Tomas"}],
        "issued": {"date-parts": [["2031", 3, 3]]},
        "accessed": {"date-parts": [[2031, 5, 12]]},
        "URL": URL,
        "language": "en",
    }
]


def table(delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    import csv

    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(["ID", "Headline", "Body", "Publish Date", "Source", "Author"])
    writer.writerow(
        ["a1", TITLE, "\n\n".join(PARAGRAPHS), "2031-03-03", "The Vask Courier", "Tomas Reil"]
    )
    writer.writerow(["a2", "Letter", "\n\n".join(OTHER), "7 March 2031", "The Senn Gazette", ""])
    writer.writerow(["a3", "Nothing", "", "", "", ""])
    return stream.getvalue().encode(encoding)


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """PDF 1.4 with one font and a text layer, a line a `Tj`."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        drawn = "BT /F1 11 Tf 72 760 Td 14 TL\n" + "".join(
            f"({line.translate(_PDF)}) Tj T*\n" for line in lines
        )
        content = (drawn + "ET").encode("cp1252", "replace")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
            b">> >> /Contents %d 0 R >>" % (len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1,
        len(data),
    )
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows) + trailer


_PDF = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})


def wrapped(text: str, width: int = 80) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)


PDF_PAGES = (
    [TITLE, "", *(line for p in PARAGRAPHS[:2] for line in wrapped(p))],
    [line for p in PARAGRAPHS[2:] for line in wrapped(p)],
)

#: A small valid file of every format, by a name that tests and the fuzzing show.
FILES: dict[str, bytes] = {
    "html": PAGE.encode(),
    "text": DUMP.encode(),
    "text.utf16": DUMP.encode("utf-16"),
    "mhtml": mhtml(),
    "warc": warc_record(URL, PAGE.encode()) + warc_revisit(URL, URL),
    "warc.gz": gzip.compress(warc_record(URL, PAGE.encode())) + gzip.compress(warc_revisit(URL, URL)),
    "wacz": wacz([warc_record(URL, PAGE.encode())]),
    "rss": rss(RSS_ITEM + RSS_SUMMARY),
    "atom": ATOM,
    "ninjs": json.dumps(NINJS, indent=1).encode(),
    "ninjs.lines": "\n".join(map(json.dumps, (NINJS, NINJS_2, NINJS_3))).encode(),
    "newsml": news_message(NEWS_ITEM, PICTURE_ITEM),
    "nitf": NITF.encode(),
    "nexis.docx": docx(NEXIS),
    "nexis.rtf": rtf(NEXIS),
    "factiva.rtf": rtf(factiva_lines(FACTIVA, FACTIVA_OTHER)),
    "factiva.html": factiva_html(FACTIVA, FACTIVA_OTHER),
    "factiva.plain": "\n".join(FACTIVA_PLAIN).encode(),
    "mediacloud.csv": MEDIA_CLOUD,
    "gkg": gkg(),
    "table.csv": table(),
    "rows": json.dumps({"id": "a", "text": DUMP, "published": "2031-03-03"}).encode(),
    "csl": json.dumps(CSL, indent=1).encode(),
    "pdf": pdf(PDF_PAGES),
    "zip": zipped({"a.html": PAGE.encode(), "b/list.csv": MEDIA_CLOUD}),
    "tar": tarred({"a.html": PAGE.encode(), "b.txt": DUMP.encode()}),
    "tar.gz": tarred({"a.html": PAGE.encode()}, "w:gz"),
    "gz": gzip.compress(PAGE.encode()),
    "bz2": bz2.compress(DUMP.encode()),
    "xz": lzma.compress(DUMP.encode()),
}  # fmt: skip
