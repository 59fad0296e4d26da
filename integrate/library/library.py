"""The content that came with this copy of Integrate, read as it is needed."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from integrate.domain.care import Exercise, Reference, Support, Vocabulary
from integrate.domain.phase import PhaseTables
from integrate.domain.prompt import PromptSet
from integrate.library.errors import BadFile, NoSuchSet
from integrate.library.files import GroundingFile, PhaseFile, ReferenceFile
from integrate.library.fill import filled
from integrate.library.intake import read_text
from integrate.library.read import read_as, read_set
from integrate.library.shipped import shipped_root
from integrate.words import say

if TYPE_CHECKING:
    from integrate.domain.measure import Measure
    from integrate.library.measures import Measures

T = TypeVar("T")


class Library:
    """Content files in one folder. Each is read once, when it is first asked for.

    Every method raises `BadFile` where a file that it needs cannot be used.
    """

    def __init__(self, root: Path) -> None:
        """A library over the content files in `root`."""
        self._root = root
        self._files: dict[str, object] = {}
        self._sets: dict[str, PromptSet] = {}

    @classmethod
    def shipped(cls) -> "Library":
        """The content that came with this copy."""
        return cls(shipped_root())

    def set(self, set_id: str) -> PromptSet:
        """One prompt set; reads only its own file and the vocabulary.

        Raises:
            NoSuchSet: if there is none of this id; names those that come near, or all.
        """
        ids = self.set_ids()
        if set_id not in ids:
            import difflib

            raise NoSuchSet(set_id, difflib.get_close_matches(set_id, ids), ids)
        if set_id not in self._sets:
            self._sets[set_id] = self._read_named(set_id)
        return self._sets[set_id]

    def set_text(self, set_id: str) -> str:
        """The text of one set's file, with its notes.

        Raises:
            NoSuchSet: if there is none of this id; names those that come near, or all.
        """
        return read_text(self._root / "sets" / f"{self.set(set_id).id}.toml")

    def set_ids(self) -> tuple[str, ...]:
        """The ids of all sets, sorted; reads no file."""
        return self._ids

    def sets(self) -> Mapping[str, PromptSet]:
        """All prompt sets by id."""
        return {set_id: self.set(set_id) for set_id in self.set_ids()}

    def measure(self, measure_id: str) -> "Measure":
        """One measure; reads only its own file.

        Raises:
            NoSuchMeasure: if there is none of this id; names those that come near, or all.
        """
        return self._measures.measure(measure_id)

    def measure_ids(self) -> tuple[str, ...]:
        """The ids of all measures, sorted; reads no file."""
        return self._measures.ids()

    def measures(self) -> Mapping[str, "Measure"]:
        """All measures by id."""
        return self._measures.measures()

    def read(self, path: Path) -> PromptSet:
        """A prompt set from any file, with options from the vocabulary where it gives none."""
        return filled(read_set(path), self.vocabulary())

    def phase_tables(self) -> PhaseTables:
        """Both phase tables."""
        tables = {each.id: each for each in self._file("phases.toml", PhaseFile).tables}
        for name in ("dosing", "talk"):
            if name not in tables:
                raise BadFile(self._root / "phases.toml", 1, 1, say("library.no_table", id=name))
        return PhaseTables(dosing=tables["dosing"], talk=tables["talk"])

    def grounding(self) -> tuple[Exercise, ...]:
        """The grounding exercises, in the order to offer them."""
        return self._file("grounding.toml", GroundingFile).exercises

    def support(self) -> Support:
        """Help lines, and what the support screen says."""
        return self._file("support.toml", Support)

    def vocabulary(self) -> Vocabulary:
        """The words of feeling and body prompts."""
        return self._file("vocabulary.toml", Vocabulary)

    def references(self) -> Mapping[str, Reference]:
        """What prompts and phases rest on, by id."""
        return self._file("references.toml", ReferenceFile).references

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in (self._root / "sets").glob("*.toml")))

    @cached_property
    def _measures(self) -> "Measures":
        from integrate.library.measures import Measures  # most verbs need none

        return Measures(self._root)

    def _read_named(self, set_id: str) -> PromptSet:
        path = self._root / "sets" / f"{set_id}.toml"
        found = self.read(path)
        if found.id != set_id:
            raise BadFile(path, 1, 1, say("library.other_name", id=found.id))
        return found

    def _file(self, name: str, kind: type[T]) -> T:
        if name not in self._files:
            self._files[name] = read_as(self._root / name, kind)
        return cast("T", self._files[name])
