"""The journal: entries and how they are found."""
