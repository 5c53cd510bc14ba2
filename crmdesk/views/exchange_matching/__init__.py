"""The first connection of a store that already has data: what the centre has as well, side by side, decided by a person."""
