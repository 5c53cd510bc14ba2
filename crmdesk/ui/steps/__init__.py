"""A dialog of few steps, listed at the left; any done one can be visited again."""
