"""Check-ins: how much can be felt, and the words near it."""
