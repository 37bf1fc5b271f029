"""Alembic revisions, shipped inside the package, imported only when a file is behind."""
