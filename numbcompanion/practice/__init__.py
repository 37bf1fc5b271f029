"""Practices: their scripts, the session machine, what was done."""
