"""What can go wrong that a user can mend. One family, so that one `except` catches them all."""


class OnrecordError(Exception):
    """The message says what was wrong, where, and what to do about it."""
