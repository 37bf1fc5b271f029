"""Gentle prompts: the rules, and the scheduler that keeps them."""
