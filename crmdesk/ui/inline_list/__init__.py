"""Short lists edited in place: contacts, notes, phones."""
