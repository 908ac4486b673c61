"""What one version puts more firmly than the other: sources, hedges and denials lost on the way."""
