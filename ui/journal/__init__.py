"""Journal: list, editor, autosave."""
