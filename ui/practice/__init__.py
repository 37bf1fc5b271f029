"""Practice: the list, the player, the sounds."""
