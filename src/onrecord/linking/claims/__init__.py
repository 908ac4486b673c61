"""Statements that say the same or cannot both hold: claims, their origins and custody, disputes."""
