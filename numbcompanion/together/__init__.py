"""The guide for the person beside."""
