"""The painted controls and cards every page is made of."""
