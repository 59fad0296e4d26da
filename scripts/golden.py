"""Makes a golden vault of the present format: python scripts/golden.py v1.

Once for each released version, and never again: tests/vault/test_golden.py opens every one of them
for ever, and compares all that it reads with the JSON beside. The records are shaped as the journal
shapes them.
"""

import json
import random
import sys
from pathlib import Path
from typing import Any

import msgspec

from integrate.machine import Machine
from integrate.vault import Kdf, Vault

FOLDER = Path(__file__).parents[1] / "tests" / "vault" / "golden"
PASSPHRASE = "Ein Fluß, spät; a quiet harbour"  # noqa: S105  (of a vault that holds nothing)
CHEAP = Kdf(m_kib=8192, t=1, p=1)
SESSION = {
    "title": "Second session",
    "route": "im",
    "starts": "2026-03-09T14:00:00+01:00",
    "latest": "2026-03-09T14:00:00+01:00",
    "precision": "minute",
    "went": "yes",
}
PEOPLE = {
    "people": [{"name": "Ada", "reach": "+49 30 1234"}, {"name": "Jón"}],
    "care_team": [{"name": "Dr. Ito", "reach": "weekdays"}],
}
DRAFT = {"set": None, "text": "unfinished, with a \u0000 and a \U0001f636", "begun": "2026-03-10"}


def main() -> None:
    """Make the vault and the JSON beside it, where there are none."""
    name = sys.argv[1]
    vault_file, told = FOLDER / f"{name}.vault", FOLDER / f"{name}.json"
    FOLDER.mkdir(exist_ok=True)
    vault, code = Vault._create(  # noqa: SLF001  (a golden vault brings its randomness)
        vault_file,
        {"passphrase": PASSPHRASE.encode()},
        machine=Machine(name=bytes(range(8))),
        kdf=CHEAP,
        code=True,
        random=random.Random(name).randbytes,  # noqa: S311
    )
    with vault:
        _fill(vault)
        told.write_text(json.dumps(_told(vault, code or ""), ensure_ascii=False, indent=1) + "\n")


def _page(title: str, **more: object) -> dict[str, object]:
    return {"when": "2026-03-10T19:00:00+01:00", "title": title, **more}


def _fill(vault: Vault) -> None:
    session = vault.add("session", SESSION, None)
    vault.add("people", None, PEOPLE)
    early = vault.add("entry", _page("Early"), {"text": "first wording"})
    for wording in ("second wording", "third wording: čas, время, 時 and 😶"):
        early = vault.add("entry", _page("Early"), {"text": wording}, entity=early.entity)
    answers = [
        {"prompt": "weight", "kind": "scale", "ask": "How heavy is it?", "value": 3, "high": 10},
        {"prompt": "where", "kind": "body", "ask": "Where?", "value": ["chest", "light"]},
        {"prompt": "slept", "kind": "yesno", "ask": "Slept?", "value": True},
    ]
    heading = _page("Guided", set="evening", version="1", session=session.entity, tags=["calm"])
    vault.add(
        "entry",
        {**heading, "series": {"weight": 3}, "keeps": ["small-step"]},
        {"answers": answers},
        draft=vault.keep_draft("became the page"),
    )
    both = vault.add("entry", _page("Two windows"), {"text": "before"})
    for where in ("here", "there"):
        vault.add(
            "entry",
            _page("Two windows"),
            {"text": f"written {where}"},
            entity=both.entity,
            after=[both.rid],
        )
    unwanted = vault.add("entry", _page("Unwanted"), {"text": "deleted"})
    vault.delete(unwanted.entity)
    returned = vault.delete(vault.add("entry", _page("Back"), {"text": "brought back"}).entity)
    vault.bring_back(returned)
    vault.add("entry", _page("Long"), {"text": "All morning long. " * 500})
    vault.keep_draft(DRAFT)
    vault.keep_draft({"text": "another"}, vault.keep_draft({"text": "shorter"}))


def _told(vault: Vault, code: str) -> dict[str, Any]:
    """Everything that a reader should find."""
    found = vault.present()
    return {
        "passphrase": PASSPHRASE,
        "code": code,
        "vault_id": vault.vault_id.hex(),
        "items": [
            {
                "entity": item.entity,
                "rid": item.rid.hex(),
                "kind": item.kind,
                "about": msgspec.json.decode(item.about),
                "value": msgspec.json.decode(vault.value(item.rid)),
                "clock": item.clock,
                "also": [
                    {"rid": rid.hex(), "value": msgspec.json.decode(vault.value(rid))}
                    for rid in item.also
                ],
                "history": [
                    {
                        "rid": each.rid.hex(),
                        "value": msgspec.json.decode(each.value),
                        "parents": [rid.hex() for rid in each.parents],
                    }
                    for each in vault.history(item.entity).wordings
                ],
            }
            for item in found.items
        ],
        "drafts": [
            {"rid": each.rid.hex(), "value": msgspec.json.decode(each.value or b"null")}
            for each in vault.drafts()
        ],
    }


if __name__ == "__main__":
    main()
