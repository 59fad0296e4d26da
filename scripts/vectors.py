"""Makes tests/vault/vectors again: python scripts/vectors.py. The same bytes come out every time.

vaults.json holds small vaults and what a reader should say to each, after the manner of CCTV's age
vectors: every vector names the *class* of result. A vault is `base`, cut or filled up with zeros to
`size`, with `patches` ([offset, hex]) over it; a base is zlib in hex. parts.json holds the
pieces that a vault is made of, from RFCs or computed with other code than the product's.
"""

import json
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from vector_bases import (
    CHEAP,
    PAGE,
    PASSPHRASE,
    Bases,
    column,
    end_of_slot,
    flipped,
    old_slot,
    overwritten,
    patches,
    sql,
    with_head,
    with_what_was_deleted,
)
from vector_parts import parts

FOLDER = Path(__file__).parents[1] / "tests" / "vault" / "vectors"
REFUSED = {
    "wrong passphrase",
    "mistyped code",
    "damaged lock",
    "damaged file",
    "not a vault",
    "newer format",
}
"""Classes at which a reader shows nothing; at every other one it shows what it can."""
BOTH = ["a: written here", "a: written there"]
WORDS = ["a: second wording", *BOTH]
DRAFTS = [{"text": "a: unfinished"}]

Vector = dict[str, Any]


class Vectors:
    """The list of vaults.json, by what is done to the vault."""

    def __init__(self, bases: Bases) -> None:
        self._bases = bases
        self._a = bases.images["a"]
        self._code = bases.codes["a"]
        self._first, self._second = bases.rids["a"]
        self._more = bases.continued("a", lambda vault: vault.add("note", {}, "a: one more"))
        self._bare = bases.continued("a", lambda vault: vault.drop_recovery())
        self._new = bases.continued("a", lambda vault: vault.change_passphrase("ﬁne, é", kdf=CHEAP))

    def all(self) -> Iterator[Vector]:
        """Every vector."""
        yield from self._whole()
        yield from self._secrets()
        yield from self._locks()
        yield from self._records()
        yield from self._rows()
        yield from self._head()
        yield from self._spliced()
        yield from self._file()

    def _vector(  # noqa: PLR0913  (one line of a table)
        self,
        name: str,
        expect: str,
        image: bytes | None = None,
        *,
        secret: str = PASSPHRASE,
        words: list[str] = WORDS,
        drafts: list[Any] = DRAFTS,
    ) -> Vector:
        image = self._a if image is None else image
        return {
            "name": name,
            "base": "a",
            **({} if len(image) == len(self._a) else {"size": len(image)}),
            "patches": patches(self._a, image),
            "secret": secret,
            "expect": expect,
            **({} if expect in REFUSED else {"words": words, "drafts": drafts}),
        }

    def _changed(self, text: str, *values: object) -> bytes:
        return self._bases.changed("a", sql(text, *values))

    def _grafted(self, query: str, into: str) -> bytes:
        """What a query finds in the other vault, put into this one."""
        with closing(sqlite3.connect(":memory:")) as other:
            other.deserialize(self._bases.images["b"])
            rows = other.execute(query).fetchall()
        return self._bases.changed("a", lambda db: db.executemany(into, rows))

    def _whole(self) -> Iterator[Vector]:
        """Whole vaults."""
        yield self._vector("passphrase", "ok")
        yield self._vector("recovery code", "ok", secret=self._code)
        yield self._vector(
            "recovery code as typed", "ok", secret=self._code.lower().replace("0", "o")
        )
        yield self._vector(
            "recovery code without dashes", "ok", secret=self._code.replace("-", " ")
        )
        yield self._vector("one more page", "ok", self._more, words=[*WORDS, "a: one more"])
        yield self._vector("NFKC of the passphrase", "ok", self._new, secret="fine, e\u0301")  # noqa: S106
        yield self._vector("passphrase before its change", "wrong passphrase", self._new)
        yield self._vector("without a recovery code", "ok", self._bare)

    def _secrets(self) -> Iterator[Vector]:
        """Secrets that don't fit."""
        yield self._vector("another passphrase", "wrong passphrase", secret="a quiet harbor, late")  # noqa: S106
        yield self._vector("passphrase and a space", "wrong passphrase", secret=PASSPHRASE + " ")
        slip = self._code[:-1] + ("0" if self._code[-1] != "0" else "2")
        yield self._vector("one character wrong in the code", "mistyped code", secret=slip)
        other = self._bases.codes["b"]
        yield self._vector("code of another vault", "wrong passphrase", secret=other)
        yield self._vector("dropped code", "wrong passphrase", self._bare, secret=self._code)

    def _locks(self) -> Iterator[Vector]:
        """Locks."""
        slot = self._a.index(b'passphrase{"kdf"')
        for what, at in {
            "parameters": slot + 30,
            "salt": self._a.index(b'"salt":"', slot) + 12,
            "vault id": self._a.index(b'"vault":"', slot) + 12,
            "commitment": self._a.index(b'"}', slot) + 2,
            "wrapped key": self._a.index(b'"}', slot) + 2 + 60,
        }.items():
            yield self._vector(f"one bit of a lock: {what}", "damaged lock", flipped(self._a, at))
        yield self._vector(
            "one bit of a lock: the other opens",
            "changed locks",
            flipped(self._a, slot + 30),
            secret=self._code,
        )
        yield self._vector(
            "one bit of a lock: its sum",
            "changed locks",
            flipped(self._a, end_of_slot(self._a, slot)),
        )
        yield self._vector("no locks", "damaged lock", self._changed("DELETE FROM slot"))
        yield self._vector(
            "a lock that asks for a terabyte",
            "damaged lock",
            self._changed("UPDATE slot SET params = replace(params, '8192', '1073741824')"),
        )
        yield self._vector(
            "a lock that asks for too little",
            "damaged lock",
            self._changed("UPDATE slot SET params = replace(params, '8192', '8')"),
        )
        yield self._vector(
            "a lock taken out", "changed locks", self._changed("DELETE FROM slot WHERE id = 2")
        )
        yield self._vector(
            "nine locks",
            "damaged lock",
            self._changed(
                "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 7) "
                "INSERT INTO slot (kind, params, wrapped, sum) "
                "SELECT kind, params, wrapped, sum FROM slot, n WHERE id = 2"
            ),
        )
        old = self._changed("SELECT 1")
        back = self._bases.continued("a", lambda vault: vault.change_passphrase("new", kdf=CHEAP))
        yield self._vector(
            "an old lock put back", "changed locks", old_slot(self._bases, old, back)
        )

    def _records(self) -> Iterator[Vector]:
        """Records changed in place."""
        ct = "UPDATE rec SET ct = ? WHERE rid = ?"
        cts = column(self._a, "SELECT rid, ct FROM rec")
        for what, at in {"nonce": 0, "text": 100, "tag": len(cts[self._second]) - 1}.items():
            yield self._vector(
                f"one bit of the newest revision: {what}",
                "damaged record",
                flipped(self._a, self._a.index(cts[self._second]) + at),
                words=BOTH,
            )
        yield self._vector(
            "one bit of an older revision",
            "damaged record",
            flipped(self._a, self._a.index(cts[self._first]) + 100),
        )
        yield self._vector(
            "a name of the newest revision",
            "damaged record",
            self._changed(
                "UPDATE rec SET rid = ? WHERE rid = ?",
                self._first[:8] + self._second[8:],
                self._second,
            ),
            words=["a: first wording", *BOTH],
        )
        yield self._vector(
            "older words under the newest name",
            "damaged record",
            self._changed(ct, cts[self._first], self._second),
            words=BOTH,
        )
        swapped = self._bases.changed(
            "a",
            lambda db: (
                db.execute(ct, (cts[self._first], self._second)),
                db.execute(ct, (cts[self._second], self._first)),
            ),
        )
        yield self._vector("two records swapped", "damaged record", swapped, words=BOTH)

    def _rows(self) -> Iterator[Vector]:
        """Rows put in, taken out, put back."""
        cts = column(self._a, "SELECT rid, ct FROM rec")
        made_up = ("INSERT INTO rec (rid, ct) VALUES (?, ?)", bytes(range(16)))
        yield self._vector(
            "a record doubled", "damaged record", self._changed(*made_up, cts[self._second])
        )
        yield self._vector(
            "a made-up record", "damaged record", self._changed(*made_up, bytes(540))
        )
        yield self._vector(
            "an older revision deleted",
            "missing rows",
            self._changed("DELETE FROM rec WHERE rid = ?", self._first),
        )
        yield self._vector(
            "the newest revision deleted",
            "missing rows",
            self._changed("DELETE FROM rec WHERE rid = ?", self._second),
            words=["a: first wording", *BOTH],
        )
        yield self._vector(
            "every record deleted", "missing rows", self._changed("DELETE FROM rec"), words=[]
        )
        draft = self._bases.drafts["a"]
        yield self._vector(
            "a draft deleted", "missing rows", self._changed("DELETE FROM draft"), drafts=[]
        )
        at = self._a.index(column(self._a, "SELECT rid, ct FROM draft")[draft])
        yield self._vector(
            "one bit of a draft", "damaged draft", flipped(self._a, at + 50), drafts=[None]
        )

        yield self._vector(
            "a deleted page put back", "added rows", with_what_was_deleted(self._bases)
        )

    def _head(self) -> Iterator[Vector]:
        """The head."""
        head = column(self._a, "SELECT one, ct FROM head")[1]
        yield self._vector(
            "one bit of the head", "unreadable head", flipped(self._a, self._a.index(head) + 40)
        )
        yield self._vector("no head", "unreadable head", self._changed("DELETE FROM head"))
        put_back = with_head(self._bases, self._more, head)
        yield self._vector(
            "an older head put back", "older head", put_back, words=[*WORDS, "a: one more"]
        )

    def _spliced(self) -> Iterator[Vector]:
        """Parts of another vault with the same passphrase."""
        yield self._vector(
            "its head",
            "unreadable head",
            self._grafted("SELECT ct FROM head", "UPDATE head SET ct = ?"),
        )
        yield self._vector(
            "its records",
            "damaged record",
            self._grafted("SELECT rid, ct FROM rec", "INSERT INTO rec (rid, ct) VALUES (?, ?)"),
        )
        yield self._vector(
            "its lock",
            "foreign lock",
            self._grafted(
                "SELECT params, wrapped, sum FROM slot WHERE kind = 'passphrase'",
                "UPDATE slot SET params = ?, wrapped = ?, sum = ? WHERE kind = 'passphrase'",
            ),
            words=[],
            drafts=[None],
        )
        yield self._vector(
            "its id in meta",
            "foreign id",
            self._grafted(
                "SELECT v FROM meta WHERE k = 'vault_id'",
                "UPDATE meta SET v = ? WHERE k = 'vault_id'",
            ),
        )

    def _file(self) -> Iterator[Vector]:
        """The file."""
        yield self._vector("cut to half", "damaged file", self._a[: len(self._a) // 2])
        yield self._vector("without its last page", "damaged file", self._a[:-PAGE])
        yield self._vector("cut within the header", "not a vault", self._a[:60])
        yield self._vector(
            "another program's file", "not a vault", overwritten(self._a, 68, b"\0\0\0\1")
        )
        yield self._vector(
            "not SQLite's", "not a vault", overwritten(self._a, 0, b"SQLCipher format")
        )
        yield self._vector("version 2", "newer format", overwritten(self._a, 60, (2).to_bytes(4)))
        yield self._vector("version 0", "damaged file", overwritten(self._a, 60, (0).to_bytes(4)))
        yield self._vector("a table gone", "damaged file", self._changed("DROP TABLE draft"))
        yield self._vector(
            "a trigger planted",
            "read only",
            self._changed("CREATE TRIGGER t AFTER INSERT ON rec BEGIN DELETE FROM rec; END"),
        )


def vaults() -> dict[str, Any]:
    """What vaults.json holds."""
    with TemporaryDirectory() as folder:
        bases = Bases(Path(folder))
        bases.make("a", 1)
        bases.make("b", 2)
        return {
            "about": " ".join((__doc__ or "").split()),
            "bases": {name: zlib.compress(image, 9).hex() for name, image in bases.images.items()},
            "vectors": list(Vectors(bases).all()),
        }


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in (("vaults", vaults()), ("parts", parts())):
        (FOLDER / f"{name}.json").write_text(as_json(content))


def as_json(content: dict[str, Any]) -> str:
    """As it stands in the file: one vector a line."""
    lines = []
    for name, value in content.items():
        if isinstance(value, list):
            inner = ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in value)
            lines.append(f" {json.dumps(name)}: [\n{inner}\n ]")
        else:
            lines.append(f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
