"""Reading a vault's records as a journal."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final, TypeVar

import msgspec
from msgspec.structs import replace

from integrate.domain.own_set import SetText
from integrate.domain.people import People
from integrate.journal.contents import Contents
from integrate.vault import Damaged, DamagedRecord, Look, Vault

T = TypeVar("T")

_PEOPLE: Final = msgspec.json.Decoder(People)
_SET_TEXT: Final = msgspec.json.Decoder(SetText)


def read_contents(vault: Vault, look: Look | None) -> tuple[Contents, tuple[Damaged, ...]]:
    """All that the file holds now, and what of it is damaged.

    The people who help and the person's own sets are unsealed at once: nothing that asks for them
    later waits for the file.

    Args:
        vault: the open vault.
        look: is shown every record with its words meanwhile; see `Vault.present`.

    Raises:
        VaultError: if the file cannot be read at all.
    """
    contents = Contents()
    present = vault.present(look)
    unread = [item for item in present.items if not contents.take(item)]
    if contents.people is not None:
        try:
            contents.helpers = decoded(vault, _PEOPLE, contents.people.rid)
        except DamagedRecord:
            unread.append(contents.people)
    for own in contents.own.values():
        with suppress(DamagedRecord):
            text = decoded(vault, _SET_TEXT, own.rid).toml
            contents.own[own.entity] = replace(own, text=text)
    damaged = (
        *present.damaged,
        *(Damaged(rid=item.rid.hex(), entity=item.entity) for item in unread),
        *_damaged_drafts(vault),
    )
    return contents, damaged


def _damaged_drafts(vault: Vault) -> Iterator[Damaged]:
    for draft in vault.drafts():
        from integrate.journal.passage import passage_of  # mostly there is none

        if passage_of(draft.value) is None:
            yield Damaged(rid=draft.rid.hex(), entity=None)


def decoded(vault: Vault, decoder: msgspec.json.Decoder[T], rid: bytes) -> T:
    """What one revision says.

    Raises:
        DamagedRecord: if it cannot be read.
    """
    try:
        return decoder.decode(vault.value(rid))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamagedRecord(rid, None) from error
