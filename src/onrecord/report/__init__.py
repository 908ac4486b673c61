"""One self-contained HTML page out of a record, for showing to an editor.

In: a `Record` (its articles, statements, identities, claims, disputes, echoes, timeline and
problems). Out: one HTML file that opens from disk and asks nothing of any network. `rows` are
the nouns of the page's JSON, `data` fills them, `page` puts template, styles, scripts and JSON
together, and `web/` holds what runs in the browser.
"""

from onrecord.report.page import build, render

__all__ = ["build", "render"]
