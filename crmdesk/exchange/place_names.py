"""The place in a registered name: `ABB(中国)有限公司上海分公司` is, under its company, `上海分公司` (`facts.md` §1.7)."""

from typing import Final

_FOLD: Final = str.maketrans("（）", "()")
_LEADING: Final = " -–—·,，、:："


def place_name(registered: str, *owners: str) -> str:
    """Return what is left of a branch's registered name without the name of its parent, or of a company further up.

    The whole name is returned when it does not start with any of them, or when nothing would be left.
    """
    folded = registered.translate(_FOLD)
    for owner in owners:
        if owner and folded.startswith(owner.translate(_FOLD)):
            rest = registered[len(owner) :].strip(_LEADING)
            if rest:
                return rest
    return registered
