"""Which articles reuse whose text, which way it went, and what was changed."""
