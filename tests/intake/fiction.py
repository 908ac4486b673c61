"""Invented news for the tests of intake: a country, its papers and its agencies."""

from __future__ import annotations

PARAGRAPHS = (
    "The harbour minister of Orland, Ada Brenn, said on Monday that the northern ferry would sail "
    "again once the inspectors had finished their work in Port Vask.",
    "\u201cWe have asked for two more weeks, and we expect the hull to be ready by then,\u201d she told "
    "reporters at the shipyard.",
    "The dockers\u2019 union rejected the claim and said that nobody had inspected the hull since the "
    "accident in January.",
    "According to the port authority, 412 passengers were on board when the engine failed, and 17 of "
    "them were treated for minor injuries.",
)
TITLE = "Northern Ferry to Sail Again Within Weeks, Minister Says"

DUMP = f"""10:15 GMT12 May 2031
Watch Live
    Southern Islands
    Get short URL

{TITLE}

By Tomas Reil

    PORT VASK (Oria), March 3 (Corvo) - {PARAGRAPHS[0]}

    {PARAGRAPHS[1]}

    {PARAGRAPHS[2]}

    {PARAGRAPHS[3]}

Sign up for our newsletter and get the best of the Courier in your inbox!

    Fishermen Blame New Quota for Empty Nets Along the Coast
    Orland: Parliament Votes Down Harbour Tax After Long Debate
    Lighthouse Keeper Finds Century-Old Letter in Bottle
    Community rulesDiscussion"""

PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>{TITLE} | The Vask Courier</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="The Vask Courier">
<meta property="article:published_time" content="2031-03-03T08:30:00+02:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}",
 "datePublished": "2031-03-03T08:30:00+02:00", "author": {{"name": "Tomas Reil"}},
 "publisher": {{"name": "The Vask Courier"}}}}</script>
<style>p {{ color: black }}</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<p hidden>Not to be seen by any reader of this page, whoever that may be today.</p>
<div style="display: none">Nor is this one, which the style sheet takes away.</div>
<article>
<h1>{TITLE}</h1>
<p class="byline">By Tomas Reil</p>
<time datetime="2031-03-03">March 3, 2031</time>
<p>PORT VASK (Corvo) - {PARAGRAPHS[0].replace("Ada Brenn", "<a href='/brenn'>Ada  Brenn</a>")}</p>
<figure><img src="ferry.jpg"><figcaption>The ferry at its berth last week.</figcaption></figure>
<p>{PARAGRAPHS[1]}</p>
<p>Read more: Fishermen Blame New Quota for Empty Nets</p>
<h2>The union disagrees</h2>
<p>{PARAGRAPHS[2]}</p>
<p>{PARAGRAPHS[3]}</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Lighthouse Keeper Finds Letter in Bottle</a></li></ul></aside>
<footer><p>© 2031 The Vask Courier. All rights reserved.</p></footer>
</body></html>"""


def warc_record(url: str, page: bytes, *, status: int = 200, kind: str = "text/html") -> bytes:
    """A WARC response record, uncompressed."""
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}; charset=utf-8\r\n"
    http = f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2031-05-12T10:15:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
