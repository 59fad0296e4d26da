"""Whatever is done in whatever order, a vault holds what a plain dict would."""

import shutil
import tempfile
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from integrate.machine import Machine
from integrate.vault import DraftGone, Kdf, Vault

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=700)
CHEAP = Kdf(m_kib=8192, t=1, p=1)


class Journal(RuleBasedStateMachine):
    """Two windows on one vault, beside two dicts."""

    entities = Bundle("entities")
    drafts = Bundle("drafts")

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "journal"
        first, _ = Vault.create(
            self.path, "words", machine=Machine(name=b"\x01"), kdf=CHEAP, recovery=False
        )
        self.windows = [first, Vault.open(self.path, "words", machine=Machine(name=b"\x02"))]
        self.kept = {}
        self.unfinished = {}

    def teardown(self):
        for window in self.windows:
            window.close()
        shutil.rmtree(self.folder)

    @rule(target=entities, window=st.sampled_from([0, 1]), text=texts)
    def add(self, window, text):
        entity = self.windows[window].add("note", {"length": len(text)}, text).entity
        self.kept[entity] = text
        return entity

    @rule(window=st.sampled_from([0, 1]), entity=entities, text=texts)
    def revise(self, window, entity, text):
        self.windows[window].add("note", {"length": len(text)}, text, entity=entity)
        self.kept[entity] = text

    @rule(target=drafts, window=st.sampled_from([0, 1]), text=texts)
    def begin(self, window, text):
        rid = self.windows[window].keep_draft(text)
        self.unfinished[rid] = text
        return rid

    @rule(window=st.sampled_from([0, 1]), rid=drafts, text=texts)
    def go_on(self, window, rid, text):
        self.windows[window].keep_draft(text, rid)
        self.unfinished[rid] = text

    @rule(target=drafts, window=st.sampled_from([0, 1]), rid=consumes(drafts))
    def adopt(self, window, rid):
        try:
            adopted = self.windows[window].adopt_draft(rid)
        except DraftGone:
            assert rid not in self.unfinished
            return rid
        self.unfinished[adopted] = self.unfinished.pop(rid)
        return adopted

    @rule(target=entities, window=st.sampled_from([0, 1]), rid=drafts, text=texts)
    def finish(self, window, rid, text):
        self.unfinished.pop(rid, None)
        entity = self.windows[window].add("note", {"length": len(text)}, text, draft=rid).entity
        self.kept[entity] = text
        return entity

    @rule(window=st.sampled_from([0, 1]), rid=drafts)
    def drop(self, window, rid):
        self.windows[window].drop_draft(rid)
        self.unfinished.pop(rid, None)

    @rule(window=st.sampled_from([0, 1]))
    def reopen(self, window):
        self.windows[window].close()
        self.windows[window] = Vault.open(self.path, "words", machine=Machine(name=b"\x02"))

    @invariant()
    def both_windows_hold_what_the_dicts_hold(self):
        for window in self.windows:
            found = window.present()
            assert found.damaged == []
            assert window.verify().ok
            assert {
                item.entity: msgspec.json.decode(window.value(item.rid)) for item in found.items
            } == self.kept
            for item in found.items:
                assert msgspec.json.decode(item.about) == {"length": len(self.kept[item.entity])}
                assert item.also == ()
            assert {
                draft.rid: msgspec.json.decode(draft.value) for draft in window.drafts()
            } == self.unfinished


Journal.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestJournal = Journal.TestCase
