"""Help lines, by country."""
