"""The library: short pages about numbness."""
