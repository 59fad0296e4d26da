"""Whatever is done in whatever order, a vault holds what a plain dict would.

Two windows on one file, copies of it, and a computer on which the power fails; beside them a model
of a few dicts. What a model says of a restore: brought together are the revisions of both, without
what either knows as deleted; exactly the copy's are those of the copy, without the same.
"""

import os
import shutil
import signal
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from integrate.machine import Machine
from integrate.vault import (
    DraftGone,
    Gone,
    Kdf,
    OtherVault,
    Rekeyed,
    Vault,
    VaultExists,
    WrongSecret,
    restore,
)

LONG = os.environ.get("INTEGRATE_STORM", "") not in {"", "0"}
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
"""What is killed here is a process, not the power: nothing need wait for a disk."""
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=700)
sides = st.sampled_from([0, 1])
hows = st.sampled_from([0, 1, 2, 3])
CHEAP = Kdf(m_kib=8192, t=1, p=1)


@dataclass(frozen=True)
class Wording:
    """One revision. Its text begins with a number that no other one has."""

    text: str
    parents: frozenset[str]
    """The texts that it follows."""
    clock: int


@dataclass
class Model:
    """What one file should hold."""

    passphrase: str
    key: int = 0
    """Counts the keys that the vault ever had."""
    code: str | None = None
    kept: dict[str, dict[str, Wording]] = field(default_factory=dict)
    """By entity and text."""
    buried: set[str] = field(default_factory=set)
    drafts: dict[bytes, str] = field(default_factory=dict)

    @property
    def secrets(self):
        return {self.passphrase, self.code} - {None}

    def wordings(self):
        return {(entity, text) for entity, found in self.kept.items() for text in found}

    def ends(self, entity):
        found = self.kept[entity]
        past = {parent for each in found.values() for parent in each.parents}
        return {text for text in found if text not in past}

    def bring(self, copy, *, exactly):
        """What restoring should do; how many records are brought, taken, and stay."""
        before, deleted = self.wordings(), copy.buried - self.buried
        gone = {each for each in before if each[0] in deleted}
        there = {each for each in copy.wordings() if each[0] not in self.buried}
        brought = len(there - before) + len(deleted)
        alone = before - copy.wordings() - gone
        self.buried |= copy.buried
        stays = there if exactly else there | (before - gone)
        known = {
            (e, t): w for side in (copy, self) for e, ws in side.kept.items() for t, w in ws.items()
        }
        self.kept = {}
        for entity, text in stays:
            self.kept.setdefault(entity, {})[text] = known[entity, text]
        if exactly or brought:
            self.drafts = {**copy.drafts, **self.drafts}
        taken = len(gone) + (len(alone) if exactly else 0)
        return brought, taken, 0 if exactly else len(alone)


def said(raw):
    return msgspec.json.decode(raw)


class Journal(RuleBasedStateMachine):
    """Two windows on one vault and its copies, beside what they should hold."""

    entities = Bundle("entities")
    drafts = Bundle("drafts")
    removals = Bundle("removals")
    copies = Bundle("copies")

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
        self.path = self.folder / "home" / "journal.vault"
        self.number = 0
        self.keys = 0
        self.model = Model(passphrase="words")
        self.secrets = {"words"}
        self.files = {}
        first, self.model.code = Vault.create(self.path, "words", machine=self.machine(), kdf=CHEAP)
        self.secrets.add(self.model.code)
        self.windows = [first, Vault.open(self.path, "words", machine=self.machine())]
        self.page = self.add(0, None, "")
        self.revise(1, self.page, "")
        self.begin("")
        self.backup(0)

    def teardown(self):
        for window in self.windows:
            window.close()
        shutil.rmtree(self.folder)

    def machine(self):
        """The one computer, as each process knows it."""
        return Machine(self.folder / "state")

    def new(self, text=""):
        self.number += 1
        return f"{self.number} {text}"

    def clock(self):
        return max(
            (w.clock for found in self.model.kept.values() for w in found.values()), default=0
        )

    def open(self, side):
        self.windows[side].close()
        self.windows[side] = Vault.open(self.path, self.model.passphrase, machine=self.machine())

    def put(self, item, text, parents=()):
        """Notes what was added."""
        assert item.clock > self.clock()
        found = self.model.kept.setdefault(item.entity, {})
        found[text] = Wording(text=text, parents=frozenset(parents), clock=item.clock)
        return item.entity

    @initialize(target=entities)
    def a_page(self):
        return self.page

    @initialize(target=drafts)
    def a_draft(self):
        return next(iter(self.model.drafts))

    @initialize(target=copies)
    def a_copy(self):
        return next(iter(self.files))

    # --- writing

    @rule(target=entities, side=sides, rid=st.none() | drafts, text=texts)
    def add(self, side, rid, text):
        """A page; perhaps one that was a draft."""
        text = self.new(text)
        item = self.windows[side].add("note", {"length": len(text)}, text, draft=rid)
        self.model.drafts.pop(rid, None)
        return self.put(item, text)

    @rule(side=sides, entity=entities, text=texts)
    def revise(self, side, entity, text):
        text = self.new(text)
        ends = self.model.ends(entity) if entity in self.model.kept else ()
        try:
            item = self.windows[side].add("note", {"length": len(text)}, text, entity=entity)
        except Gone:
            assert entity in self.model.buried
            return
        assert entity not in self.model.buried
        self.put(item, text, ends)

    @rule(side=sides, entity=entities, text=texts, which=st.integers(0, 9))
    def revise_what_may_be_old(self, side, entity, text, which):
        """The writer has seen one wording only, and perhaps not the newest."""
        wordings = self.windows[side].history(entity).wordings
        if entity not in self.model.kept:
            return
        text = self.new(text)
        seen = wordings[which % len(wordings)]
        item = self.windows[side].add(
            "note", {"length": len(text)}, text, entity=entity, after=(seen.rid,)
        )
        self.put(item, text, [said(seen.value)])

    @rule(target=removals, side=sides, entity=entities, rid=st.none() | drafts)
    def delete(self, side, entity, rid):
        removed = self.windows[side].delete(entity, drafts=[rid] if rid else [])
        there = self.model.kept.pop(entity, {})
        self.model.buried.add(entity)
        self.model.drafts.pop(rid, None)
        assert {said(each.value) for each in removed.wordings} == there.keys()
        return (removed, there)

    @rule(target=entities, side=sides, removal=consumes(removals))
    def undo(self, side, removal):
        removed, there = removal
        window = self.windows[side]
        if not there:
            with pytest.raises(ValueError, match=removed.entity):
                window.bring_back(removed)
            return multiple()
        before = self.clock()
        entity = window.bring_back(removed).entity
        assert entity not in self.model.kept.keys() | self.model.buried
        clocks = {said(each.value): each.clock for each in window.history(entity).wordings}
        assert min(clocks.values()) > before
        assert all(
            clocks[each.text] > clocks[parent]
            for each in there.values()
            for parent in each.parents & there.keys()
        )
        self.model.kept[entity] = {
            text: Wording(text=text, parents=each.parents & there.keys(), clock=clocks[text])
            for text, each in there.items()
        }
        return entity

    # --- drafts

    @rule(target=drafts, side=sides, rid=consumes(drafts), how=hows, text=texts)
    def draft(self, side, rid, how, text):
        window, drafts = self.windows[side], self.model.drafts
        match how:
            case 0:
                return multiple(rid, self.begin(text))
            case 1:
                window.keep_draft(text, rid)
                drafts[rid] = text
            case 2:
                window.drop_draft(rid)
                drafts.pop(rid, None)
            case 3 if rid in drafts:
                adopted = window.adopt_draft(rid)
                drafts[adopted] = drafts.pop(rid)
                return adopted
            case 3:
                with pytest.raises(DraftGone):
                    window.adopt_draft(rid)
        return rid

    def begin(self, text):
        rid = self.windows[0].keep_draft(text)
        self.model.drafts[rid] = text
        return rid

    # --- locks and keys

    @rule(side=sides, how=hows)
    def change_a_lock(self, side, how):
        window, before = self.windows[side], self.model.secrets
        match how:
            case 0 | 1:
                self.model.passphrase = self.new("words")
                window.change_passphrase(self.model.passphrase, kdf=CHEAP)
            case 2:
                self.model.code = window.change_recovery(kdf=CHEAP)
            case 3:
                window.drop_recovery()
                self.model.code = None
        self.secrets |= self.model.secrets
        for secret in before | self.model.secrets:
            self.opens_as_it_should(self.path, secret)

    def opens_as_it_should(self, path, secret):
        model = self.model if path == self.path else self.files[path]
        if secret in model.secrets:
            Vault.open(path, secret, machine=Machine()).close()
        else:
            with pytest.raises(WrongSecret):
                Vault.open(path, secret, machine=Machine())

    @rule(side=sides, how=hows, copy=copies, data=st.data())
    def look_after(self, side, how, copy, data):
        match how:
            case 0:  # lock, and open again
                secret = data.draw(st.sampled_from(sorted(self.model.secrets)))
                self.windows[side].close()
                self.windows[side] = Vault.open(self.path, secret, machine=self.machine())
            case 1:  # nothing is damaged, so nothing moves
                aside = self.folder / "aside.json"
                assert self.windows[side].set_aside(aside) == 0
                assert not aside.exists()
            case 2:  # nothing is written over
                with pytest.raises(VaultExists):
                    self.windows[side].backup(copy)
            case 3:  # what is no longer valid opens nothing
                for path in (self.path, copy):
                    secret = data.draw(st.sampled_from(sorted(self.secrets)))
                    self.opens_as_it_should(path, secret)

    @rule(side=sides, code=st.booleans())
    def rekey(self, side, code):
        passphrase = self.new("words")
        shown = self.windows[side].rekey(passphrase, kdf=CHEAP, code=code)
        self.has_new_key(passphrase, shown)
        self.go_on_with_the_new_key(1 - side)

    def has_new_key(self, passphrase, code):
        self.keys += 1
        self.model.key, self.model.passphrase, self.model.code = self.keys, passphrase, code
        self.secrets |= self.model.secrets

    def go_on_with_the_new_key(self, side):
        other = self.windows[side]
        for refused in (other.present, other.drafts, lambda: other.add("note", {}, "lost")):
            with pytest.raises(Rekeyed):
                refused()
        other.reopen(self.model.passphrase)

    # --- copies

    @rule(target=copies, side=sides)
    def backup(self, side):
        path = self.folder / "copies" / f"{self.new()}.vault"
        assert self.windows[side].backup(path).whole
        self.files[path] = deepcopy(self.model)
        return path

    @rule(side=sides, copy=copies, entity=st.none() | entities)
    def change_a_copy(self, side, copy, entity):
        """Without an entity its locks are changed; with one, that is forgotten in it."""
        model, window = self.files[copy], self.windows[side]
        ours = model.key == self.model.key
        assert window.is_copy(copy) == ours
        if not ours:
            with pytest.raises(OtherVault):
                window.put_locks_into(copy)
            with pytest.raises(OtherVault):
                window.forget_in(copy, entity or "00" * 8)
        elif entity is None:
            window.put_locks_into(copy)
            model.passphrase, model.code = self.model.passphrase, self.model.code
        else:
            assert window.holds(copy, entity) == (entity in model.kept)
            window.forget_in(copy, entity)
            assert not window.holds(copy, entity)
            model.kept.pop(entity, None)
            model.buried.add(entity)

    @rule(copy=copies, by_code=st.booleans())
    def restore_what_is_missing(self, copy, by_code):
        self.restore(copy, by_code, before=None)

    @rule(target=copies, copy=copies, by_code=st.booleans())
    def restore_exactly(self, copy, by_code):
        before = self.folder / "copies" / f"{self.new()}.vault"
        return before if self.restore(copy, by_code, before) else multiple()

    def restore(self, copy, by_code, before):
        """Says whether it was done; exactly, where a copy of how it was before is wished."""
        exactly = before is not None
        there = self.files[copy]
        secret = (by_code and there.code) or there.passphrase
        how = {"machine": self.machine(), "exactly": exactly, "before": before}
        if there.key != self.model.key:
            with pytest.raises(OtherVault):
                restore(self.path, copy, secret, **how)
            assert not exactly or not before.exists()
            return False
        if exactly:
            self.files[before] = deepcopy(self.model)
        done = restore(self.path, copy, secret, **how)
        assert (done.brought, done.taken, done.stayed) == self.model.bring(there, exactly=exactly)
        assert (done.damaged, done.findings, done.locks, done.aside) == (0, (), False, None)
        for each in (there.passphrase, self.model.passphrase):
            self.opens_as_it_should(self.path, each)
        return True

    @rule(copy=copies, exactly=st.booleans())
    def lose_the_file_and_restore(self, copy, exactly):
        """The copy takes its place, whatever key it had."""
        for window in self.windows:
            window.close()
        self.path.unlink()
        there = self.files[copy]
        done = restore(self.path, copy, there.passphrase, machine=self.machine(), exactly=exactly)
        self.model = deepcopy(there)
        assert (done.taken, done.stayed, done.locks) == (0, 0, True)
        for side in (0, 1):
            self.open(side)

    # --- the power fails

    @precondition(lambda _: hasattr(os, "fork"))
    @rule(
        target=entities,
        act=st.sampled_from(["add", "revise", "delete", "rekey", "draft"]),
        entity=entities,
        at=st.integers(1, 50),
        text=texts,
    )
    def crash(self, act, entity, at, text):
        """A third process is killed at some statement; what it did is there, or not at all."""
        text = self.new(text)
        if act == "revise" and entity in self.model.buried:
            return multiple()
        acts = {
            "add": lambda vault: vault.add("note", {"length": len(text)}, text),
            "revise": lambda vault: vault.add("note", {"length": len(text)}, text, entity=entity),
            "delete": lambda vault: vault.delete(entity),
            "rekey": lambda vault: vault.rekey(text, kdf=CHEAP, code=False),
            "draft": lambda vault: vault.keep_draft(text),
        }
        self.killed(acts[act], at)
        return getattr(self, f"after_{act}")(entity, text) or multiple()

    def killed(self, act, at):
        child = os.fork()
        if not child:
            try:
                vault = Vault.open(self.path, self.model.passphrase, machine=self.machine())
                db, left = vault._access._db, iter(range(at))
                db.execute("PRAGMA cache_size = 2")  # pages reach the file in the middle of it
                db.set_trace_callback(
                    lambda _: next(left, None) is None and os.kill(os.getpid(), signal.SIGKILL)
                )
                act(vault)
            finally:
                os._exit(0)
        os.waitpid(child, 0)

    def after_add(self, _entity, text):
        new = [
            each for each in self.windows[0].present().items if each.entity not in self.model.kept
        ]
        assert len(new) <= 1
        return self.put(new[0], text) if new else None

    def after_revise(self, entity, text):
        new = [
            each
            for each in self.windows[0].present().items
            if each.entity == entity and said(self.windows[0].value(each.rid)) == text
        ]
        if new:
            self.put(new[0], text, self.model.ends(entity) if entity in self.model.kept else ())

    def after_delete(self, entity, _text):
        history = self.windows[0].history(entity)
        if any(each.kind == "gone" for each in history.wordings):
            self.model.kept.pop(entity, None)
            self.model.buried.add(entity)

    def after_rekey(self, _entity, text):
        try:
            self.windows[0].present()
        except Rekeyed:
            self.has_new_key(text, None)
            self.go_on_with_the_new_key(0)
            self.go_on_with_the_new_key(1)

    def after_draft(self, _entity, text):
        new = {
            each.rid: said(each.value)
            for each in self.windows[0].drafts()
            if each.rid not in self.model.drafts
        }
        assert list(new.values()) in ([], [text])
        self.model.drafts |= new

    # --- what always holds

    @invariant()
    def both_windows_hold_what_the_model_holds(self):
        for window in self.windows:
            assert window.check().ok
            self.same_pages(window)
            assert {draft.rid: said(draft.value) for draft in window.drafts()} == self.model.drafts
            assert window.has_recovery == (self.model.code is not None)

    def same_pages(self, window):
        found = window.present()
        assert found.damaged == []
        assert {item.entity for item in found.items} == self.model.kept.keys()
        for item in found.items:
            wordings = self.model.kept[item.entity]
            shown, *beside = [said(window.value(rid)) for rid in (item.rid, *item.also)]
            assert {shown, *beside} == self.model.ends(item.entity)
            assert all(wordings[shown].clock >= wordings[each].clock for each in beside)
            assert said(item.about) == {"length": len(shown)}
            self.same_history(window, item.entity)

    def same_history(self, window, entity):
        history = window.history(entity)
        texts = {each.rid: said(each.value) for each in history.wordings}
        assert history.damaged == 0
        assert {
            texts[each.rid]: Wording(
                text=texts[each.rid],
                parents=frozenset(texts[rid] for rid in each.parents if rid in texts),
                clock=each.clock,
            )
            for each in history.wordings
        } == {
            text: Wording(text=text, parents=each.parents & set(texts.values()), clock=each.clock)
            for text, each in self.model.kept[entity].items()
        }

    @invariant()
    def nothing_is_left_of_what_was_deleted(self):
        for entity in self.model.buried:
            kinds = {each.kind for each in self.windows[0].history(entity).wordings}
            assert kinds == {"gone"}


Journal.TestCase.settings = settings(
    max_examples=500 if LONG else 30,
    stateful_step_count=80 if LONG else 50,
    deadline=None,
    derandomize=not LONG,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
TestJournal = Journal.TestCase
