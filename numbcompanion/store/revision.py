"""The schema this program knows; a light module, read at every start."""

REVISION = "0002"  # the newest Alembic revision; a test holds it to the migrations
