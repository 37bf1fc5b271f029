"""The Path page."""
