"""The Check in page and the small check-in window."""
