"""A set in another language, as far as it brings that language along."""

from collections.abc import Iterator

from msgspec.structs import replace

from integrate.domain.prompt import Option, Prompt, PromptSet, Wording


def translated(prompt_set: PromptSet, language: str) -> PromptSet:
    """The set with the words of `language`, prompt by prompt; where one has none, its own stay.

    What is asked, its help and the labels of its options change. Values stay, and with them all
    that hangs on an answer.

    Args:
        prompt_set: the set.
        language: such as "es" or "es-MX", which falls back to "es"; empty: the set's own words.
    """
    wanted = [each for each in _from_near(language) if each]
    if not wanted or _same(prompt_set.set.language, wanted[0]):
        return prompt_set
    return replace(
        prompt_set,
        prompt=tuple(_prompt(each, prompt_set.set.language, wanted) for each in prompt_set.prompt),
    )


def languages(prompt_set: PromptSet) -> tuple[str, ...]:
    """The languages that there are words in: the set's own first, the others by name."""
    own = prompt_set.set.language
    others = {each for prompt in prompt_set.flat() for each in prompt.translations}
    return (own, *sorted(others - {own}))


def _from_near(language: str) -> Iterator[str]:
    """Such as "es-MX", then "es"."""
    while language:
        yield language
        language = language.rpartition("-")[0]


def _prompt(prompt: Prompt, own: str, wanted: list[str]) -> Prompt:
    inner = tuple(_prompt(each, own, wanted) for each in prompt.prompts)
    words = _words(prompt, own, wanted)
    if words is None:
        return replace(prompt, prompts=inner) if inner else prompt
    return replace(
        prompt,
        ask=words.ask,
        help=words.help or prompt.help,
        options=tuple(_option(each, words) for each in prompt.options),
        words=tuple(_option(each, words) for each in prompt.words),
        prompts=inner,
    )


def _words(prompt: Prompt, own: str, wanted: list[str]) -> Wording | None:
    """The words nearest to what is wanted; `None` where the prompt's own are that."""
    for language in wanted:
        if _same(own, language):
            return None
        for name, words in prompt.translations.items():
            if _same(name, language):
                return words
    return None


def _option(option: Option, words: Wording) -> Option:
    return replace(option, label=words.options.get(option.value) or option.label)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
