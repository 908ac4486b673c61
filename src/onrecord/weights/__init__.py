"""Trained models, a folder each, with a card that says what they were made of and what they reach."""
