"""The exchange with the centre: protocol, laptop's engine, and the centre itself (`sync.md`)."""
