"""Numb Companion without a face: everything the product knows, in plain Python, with no Qt."""

__version__ = "0.1.0"
