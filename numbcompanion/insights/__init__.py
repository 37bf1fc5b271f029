"""Pure functions over check-ins: lines, bands, days."""
