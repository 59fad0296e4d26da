"""Changes that the disk may or may not have taken: the same one again makes no second one."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from integrate.vault import NotWritten

T = TypeVar("T")


class Attempt(Struct, frozen=True, kw_only=True):
    """One change that the disk may or may not have taken."""

    what: tuple[object, ...]
    """All that was to be sealed."""
    entity: str | None
    draft: bytes | None
    again: Callable[[], Any]
    """Puts the very same thing once more, which does no harm if it had gone in after all."""

    def is_of(self, entity: str | None, draft: bytes | None) -> bool:
        """Whether it is an earlier writing of the same thing."""
        return (draft is not None and draft == self.draft) or (
            entity is not None and entity == self.entity
        )


class Unsure:
    """All such changes since the journal was opened. Not safe by itself: the journal guards it."""

    def __init__(self) -> None:
        self._known: list[Attempt] = []

    def clear(self) -> None:
        """Forgets them."""
        self._known.clear()

    def earlier(
        self, what: tuple[object, ...], entity: str | None, draft: bytes | None
    ) -> Attempt | None:
        """An earlier writing of the same thing with other words, where there is none with these."""
        if any(each.what == what for each in self._known):
            return None
        return next((each for each in self._known if each.is_of(entity, draft)), None)

    def once(
        self,
        what: tuple[object, ...],
        change: Callable[[], T],
        *,
        entity: str | None = None,
        draft: bytes | None = None,
        settled: Attempt | None = None,
    ) -> T:
        """Makes a change; where the disk may have taken it already, the very same one again.

        Args:
            what: all of it, to know it again.
            change: makes it.
            entity: whose it is.
            draft: what is removed with it.
            settled: the earlier writing that this one follows.

        Raises:
            NotWritten: if the disk refuses. The same call once more does no harm.
        """
        same = next((each for each in self._known if each.what == what), None)
        others = [each for each in self._known if each is not same and each is not settled]
        try:
            done: T = change() if same is None else same.again()
        except NotWritten as error:
            attempt = Attempt(what=what, entity=entity, draft=draft, again=error.again)
            self._known = [*others, attempt]
            raise
        self._known = others
        return done
