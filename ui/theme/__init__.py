"""Tokens to palette, style sheet, fonts, icons and chart pens."""
