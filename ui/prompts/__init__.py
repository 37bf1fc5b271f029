"""Prompts: notifications and their settings."""
