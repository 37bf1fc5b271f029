"""The Together page."""
