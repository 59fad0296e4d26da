"""A record on its way in. Once sealed it stays the same, however often it must be tried."""

from collections.abc import Sequence

import msgspec

from integrate.vault.deleting import is_buried
from integrate.vault.errors import Gone
from integrate.vault.ledger import Ledger
from integrate.vault.present import Item, followed, open_by_name, revisions_of
from integrate.vault.records import GONE, new_entity, new_rid, seal_record
from integrate.vault.sealing import Keys, Random


class Addition:
    """One new revision, of a new entity or of one that is there."""

    def __init__(  # noqa: PLR0913  (what a record is made of, named at the one call)
        self,
        keys: Keys,
        *,
        entity: str | None,
        after: Sequence[bytes] | None,
        device: bytes,
        kind: str,
        about: object,
        value: object,
        draft: bytes | None,
        random: Random,
    ) -> None:
        self._is_new = entity is None
        self._entity = entity or new_entity(random)
        self._rid = new_rid(keys, self._entity, random)
        self._after = after
        self._device = device
        self._kind = kind
        self._about = msgspec.Raw(msgspec.json.encode(about))
        self._value = msgspec.Raw(msgspec.json.encode(value))
        self._draft = draft
        self._random = random
        self._sealed: tuple[bytes, int] | None = None

    def into(self, ledger: Ledger) -> Item:
        """Put the record in, if it isn't there yet, and take its draft out.

        The first transaction seals it. Should that one's end be unknown, the next tries the very
        same bytes: a record that went in after all is left alone, and never comes twice.

        Raises:
            Gone: if the entity was deleted meanwhile.
        """
        if self._sealed is None:
            self._sealed = self._seal(ledger)
        elif not self._is_new and is_buried(ledger.db, ledger.keys, self._entity):
            raise Gone
        ct, clock = self._sealed
        ledger.add_record(self._rid, ct, clock)
        if self._draft is not None:
            ledger.drop_draft(self._draft)
        return Item(
            entity=self._entity, rid=self._rid, kind=self._kind, about=self._about, clock=clock
        )

    def _seal(self, ledger: Ledger) -> tuple[bytes, int]:
        parents, least = self._parents(ledger)
        clock = ledger.next_clock(least)
        ct = seal_record(
            ledger.keys,
            self._rid,
            entity=self._entity,
            parents=parents,
            clock=clock,
            device=self._device,
            kind=self._kind,
            about=self._about,
            value=self._value,
            random=self._random,
        )
        return ct, clock

    def _parents(self, ledger: Ledger) -> tuple[Sequence[bytes], int]:
        """The revisions that this one follows, and the greatest clock among them.

        Raises:
            Gone: if the entity was deleted meanwhile.
        """
        if self._is_new:
            return (), 0
        if self._after is not None:
            opened = [open_by_name(ledger.db, ledger.keys, rid) for rid in self._after]
            if None in opened and is_buried(ledger.db, ledger.keys, self._entity):
                raise Gone
            return self._after, max((each.clock for each in opened if each), default=0)
        whole, damaged = revisions_of(ledger.db, ledger.keys, self._entity)
        if any(each.kind == GONE for each in whole.values()):
            raise Gone
        ends = sorted((whole.keys() | damaged) - followed(whole))
        return ends, max((each.clock for each in whole.values()), default=0)
