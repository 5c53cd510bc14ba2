"""Names of parametrized tests that are the same in every process: the workers of a run compare their lists and stop at a difference."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their length: packed ones hold the second they were made in. Everything else is named as pytest does."""
    return f"{argname}{len(val)}" if isinstance(val, bytes) else None
