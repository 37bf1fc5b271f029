"""The seven steps and what was done on them."""
