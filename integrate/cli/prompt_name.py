"""A set or a measure by its name on the command line, and completing that name."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from integrate.domain.measure import Measure
from integrate.domain.prompt import PromptSet
from integrate.library import Library, NoSuchSet


def named(library: Library, name: str) -> PromptSet | Measure:
    """The shipped set or measure of this id.

    Raises:
        NoSuchSet: if there is neither; names those that come near.
    """
    if name in library.measure_ids():
        return library.measure(name)
    if name in library.set_ids():
        return library.set(name)
    import difflib

    ids = (*library.set_ids(), *library.measure_ids())
    raise NoSuchSet(name, difflib.get_close_matches(name.lower(), ids), ids)


def is_file(library: Library, name: str) -> bool:
    """Whether a name means a file; an id of ours is one first."""
    known = name in library.set_ids() or name in library.measure_ids()
    return not known and (name.endswith(".toml") or Path(name).exists())


def complete_id(
    context: click.Context, option: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The sets and measures whose id begins so."""
    del context, option
    library = Library.shipped()
    ids = (*library.set_ids(), *library.measure_ids())
    return [CompletionItem(each) for each in ids if each.startswith(incomplete)]


def complete_id_or_file(
    context: click.Context, option: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Those, and files; bash offers files only where no id begins so."""
    return [CompletionItem(incomplete, type="file"), *complete_id(context, option, incomplete)]
