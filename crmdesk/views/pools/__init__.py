"""Pools: what waits in mine and may be taken, and what of mine falls back to them soon."""
