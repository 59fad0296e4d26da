"""Filling in what a set leaves to the shared vocabulary."""

from msgspec.structs import replace

from integrate.domain.care import Vocabulary
from integrate.domain.prompt import Kind, Prompt, PromptSet


def filled(prompt_set: PromptSet, vocabulary: Vocabulary) -> PromptSet:
    """The set with options for its feeling and body prompts, where it gives none."""
    return replace(prompt_set, prompt=_all_filled(prompt_set.prompt, vocabulary))


def _all_filled(prompts: tuple[Prompt, ...], vocabulary: Vocabulary) -> tuple[Prompt, ...]:
    return tuple(_filled(prompt, vocabulary) for prompt in prompts)


def _filled(prompt: Prompt, vocabulary: Vocabulary) -> Prompt:
    options, words = prompt.options, prompt.words
    if prompt.kind is Kind.FEELING:
        options = options or vocabulary.feelings
    elif prompt.kind is Kind.BODY:
        options = options or vocabulary.body_spots
        words = words or vocabulary.body_words
    nested = _all_filled(prompt.prompts, vocabulary)
    return replace(prompt, options=options, words=words, prompts=nested)
