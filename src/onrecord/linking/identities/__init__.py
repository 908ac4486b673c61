"""Who is who across articles, from names as printed to identities that people may correct."""
