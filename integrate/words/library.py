"""What is said of content files: every error with what would be right."""

from typing import Final

EN: Final[dict[str, str]] = {
    # --- library
    "library.no_such_set": "There is no set called {id}; the ones here are {ids}.",
    "library.no_such_set.closest": "There is no set called {id}; did you mean {closest}?",
    "library.missing_file": "there is no such file; look at its name and folder",
    "library.not_a_file": "this is not a plain file; choose a file that ends in .toml",
    "library.unreadable": "this file cannot be read; look at who may open it",
    "library.too_large": "this file is too large; a content file holds {most} KiB at most",
    "library.empty": "this file is empty; it would begin with schema = 1",
    "library.bom": "a hidden mark stands before the first letter; save it as UTF-8 without a BOM",
    "library.utf16": "this file is saved as UTF-16; save it as UTF-8",
    "library.not_utf8": "this letter is not saved as UTF-8; save the whole file as UTF-8",
    "library.long_line": (
        "this line is longer than {most} letters; break it up, or use text in three quotes"
    ),
    "library.long_key": "this key has more than {most} parts joined by dots; use fewer",
    "library.too_nested": "lists or tables stand too deep inside each other; use fewer levels",
    "library.toml.string": "a text is not closed; end it with the quote it began with",
    "library.toml.character": "a control or stray character stands here; take it out",
    "library.toml.escape": (
        "a '\\' in double quotes begins a special letter; write '\\\\', or use single quotes"
    ),
    "library.toml.equals": "an '=' is missing after the key; write key = value",
    "library.toml.twice": "this key or table stands here a second time; keep one of them",
    "library.toml.bracket": "a bracket is not closed; every '[' or '{{' needs its partner",
    "library.toml.line": "something follows the value; put it on a line of its own",
    "library.not_finite": "this is no number to reckon with; write a plain one, such as 10",
    "library.toml.date": "this is not a date; write it like 2026-11-20",
    "library.toml.value": "no value can be read here; put text in quotes",
    "library.toml.ends": "the file ends too soon; close the text, list or table that is open",
    "library.toml.other": "this line cannot be read as TOML; write key = value, or [table]",
    "library.unknown_key": "there is no key '{name}' here; take it out, or mend its name",
    "library.unknown_key.few": "there is no key '{name}' here; the keys here are {known}",
    "library.unknown_key.closest": "there is no key '{name}' here; did you mean '{closest}'?",
    "library.missing_key": "the key '{name}' is missing here; add it",
    "library.not_among": "'{value}' does not fit '{name}'; choose one of {known}",
    "library.not_among.closest": "'{value}' does not fit '{name}'; did you mean '{closest}'?",
    "library.other_schema": (
        "this file has schema {schema}, and this version reads schema 1; a newer one may read it"
    ),
    "library.wrong_type": "'{name}' is {got}; it should be {wanted}",
    "library.wrong_value": "'{name}' cannot be read; look at how the other sets write it",
    "library.or": " or ",
    "library.type.int": "a whole number",
    "library.type.float": "a number",
    "library.type.str": "text in quotes",
    "library.type.bool": "true or false",
    "library.type.array": "a list in [ ]",
    "library.type.object": "a table",
    "library.type.date": "a date",
    "library.type.null": "nothing",
    "library.other_name": "this set calls itself {id}; give the file the same name",
    "library.no_table": "the phase table '{id}' is missing; add it",
    "library.bad_id": "'{id}' is not an id; use lower-case letters, digits and '-'",
    "library.one_line": "'{name}' runs over several lines; put it on one",
    "library.no_closing": "the closing is empty; end with one kind sentence",
    "library.when": "[when] needs either a phase or hours; give one of them",
    "library.no_prompts": "there is no prompt in this set; add a [[prompt]]",
    "library.duplicate_id": "the id '{id}' is taken by an earlier prompt; give this one its own",
    "library.too_deep": "depth {depth} is more than the set's max_depth of {most}; lower it",
    "library.no_scale": "a scale prompt needs a scale; add scale = {{ low = 0, high = 10 }}",
    "library.empty_scale": "this scale has no even steps from low to high; mend low, high or step",
    "library.long_scale": "this scale has more than {most} steps; use a number prompt, or fewer",
    "library.gate_rests": "a gate is asked every time; drop 'repeat' here",
    "library.once": "'once' needs 'shows' and 'keep_as' beside it; add them, or drop 'once'",
    "library.keeps": "'keeps' needs 'keep_as' on its prompt; add that, or drop 'keeps'",
    "library.gate_without_scale": "only a scale can be a gate; make it a scale, or drop the gate",
    "library.gate_scale": "a gate is read from 0 to 10 in whole steps; give it low = 0, high = 10",
    "library.no_options": "a {kind} prompt needs two options or more; add them",
    "library.duplicate_option": "the value '{value}' is taken by an earlier option; use another",
    "library.later": "'{prompt}' is not asked before this one; a condition can only look back",
    "library.is_measure": "this is a measure, and no prompt set; a set has a [set] and prompts",
    "library.reads_words": (
        "'{prompt}' takes free words, which nothing here reads; use is = 'exists', or a choice"
    ),
    "library.hidden": "an unseen letter stands in here, and is never shown; take it out",
    "library.dangling": "no earlier prompt that is answered is called '{prompt}'; name one that is",
    "library.dangling.closest": (
        "no earlier prompt that is answered is called '{prompt}'; did you mean '{closest}'?"
    ),
    "library.much": "there is more to mend than can be told at once; mend these first",
    "library.rule.phase": "the {table} table has no phase '{phase}'; choose one of {known}",
    "library.rule.hours": "these hours end before they begin; let 'to' be later than 'from'",
    "library.rule.every_days": "every {days} days cannot be; write 1 or more, or leave it out",
    "library.rule.set_depth": (
        "max_depth {depth} is deeper than {time} may go; write {most} at most, or change [when]"
    ),
    "library.rule.depth": (
        "depth {depth} is deeper than {time} may go; write {most} at most, or change [when]"
    ),
    "library.rule.gate": (
        "depth 3 needs a gate before it that is always asked; add a scale with gate = 'steady'"
    ),
    "library.rule.memory": (
        "no memory may be asked for in {time}; take the prompt out, or time the set after landing"
    ),
    "library.rule.words": (
        "words are asked for in {time}, where only taps are; put them behind an option or a yes"
    ),
    "library.rule.steady": (
        "the series 'steady' opens other sets; add gate = 'steady' and a scale from 0 to 10"
    ),
    "library.rule.series": (
        "the series '{series}' has one wording and one span; repeat those of the first one"
    ),
    "library.rule.dose": "'{word}' speaks of doses; the care team knows them; leave them out",
    "library.rule.claim": "'{word}' claims more than anybody knows; say it in plainer words",
    "library.rule.long": "'{name}' has {count} letters; {most} at most can be taken in at once",
    "library.rule.grade": (
        "'{name}' reads at grade {grade}; use shorter words and sentences, for {most} or below"
    ),
    "library.time.phase": "the phase '{phase}'",
    "library.time.hours": "these hours",
    "library.time.chosen": "a set without a [when]",
    "library.no_such_option": ("'{value}' is not an option of '{prompt}'; choose one of {known}"),
}
