"""The window: sidebar, pages as a table, tray, single instance."""
