"""From touched forms to touched keys: how many articles use each now, and which came and went."""

from __future__ import annotations

from onrecord.linking.identities.naming import Naming


def count_keys(naming: Naming) -> None:
    """Count anew the keys that forms were touched of, or left. Leaves the temporary table
    `touched_keys` (key; `was` and `now`: articles, where `was` is null of a key that came; the identity
    that it had)."""
    execute = naming.connection.execute
    execute(
        "CREATE TEMP TABLE touched_keys AS SELECT t.key, k.articles AS was, k.identity,"
        " (SELECT count(DISTINCT article) FROM forms JOIN uses ON form = number"
        " WHERE forms.key = t.key) AS now FROM"
        " (SELECT key FROM touched_forms CROSS JOIN forms ON number = form WHERE key IS NOT NULL"
        " UNION SELECT old FROM rekeyed_forms WHERE old IS NOT NULL) AS t"
        " LEFT JOIN keys AS k USING (key) ORDER BY t.key"
    )
    execute("DELETE FROM touched_keys WHERE was IS NULL AND now = 0")
    execute("DELETE FROM keys WHERE key IN (SELECT key FROM touched_keys WHERE now = 0)")
    execute(
        "INSERT INTO keys SELECT key, now, identity FROM touched_keys WHERE now > 0"
        " ON CONFLICT DO UPDATE SET articles = excluded.articles"
    )


def renamed_articles(naming: Naming) -> frozenset[str]:
    """The articles that came, or in which a form or its key is of another identity than before; the keys
    that got another one are in the temporary table `moved_keys`."""
    rows = naming.connection.execute(
        "SELECT article FROM touched_articles"
        " UNION SELECT article FROM moved_keys CROSS JOIN forms USING (key)"
        " CROSS JOIN uses ON form = number WHERE moved_keys.identity IS NOT NULL"
        " OR key NOT IN (SELECT key FROM touched_keys WHERE was IS NULL)"
        " UNION SELECT article FROM rekeyed_forms AS r CROSS JOIN uses USING (form)"
        " JOIN touched_keys AS t ON t.key = r.old JOIN keys AS k ON k.key = r.new"
        " WHERE t.identity IS NOT k.identity"
    )
    return frozenset(article for (article,) in rows)


def clear(naming: Naming) -> None:
    """Nothing is touched any more, and nothing noted of forms that are gone."""
    execute = naming.connection.execute
    for table in ("initials", "speaks"):
        execute(
            f"DELETE FROM {table} WHERE form IN"
            " (SELECT form FROM touched_forms LEFT JOIN forms ON number = form WHERE number IS NULL)"
        )
    for table in ("touched_forms", "touched_aliases", "touched_articles"):
        execute(f"DELETE FROM {table}")
    for table in ("rekeyed_forms", "touched_keys", "unlike_keys", "moved_keys"):
        execute(f"DROP TABLE {table}")
