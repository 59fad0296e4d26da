"""Over a course of sessions: what is asked each time, only the first time, or in turn."""

from integrate.domain.prompt import PromptSet


def left_out(prompt_set: PromptSet, turn: int) -> frozenset[str]:
    """Ids of the prompts that rest this time; what is nested under them rests with them.

    The first time everything is asked. From then on a prompt that repeats "first" rests for good,
    and of those that "rotate" one is asked, each in its turn. A gate never rests.

    Args:
        prompt_set: the set.
        turn: which time this is, from 0.
    """
    if turn == 0:
        return frozenset()
    may_rest = [each for each in prompt_set.flat() if each.gate is None]
    turning = [each.id for each in may_rest if each.repeat == "rotate"]
    now = turning[(turn - 1) % len(turning)] if turning else None
    first = {each.id for each in may_rest if each.repeat == "first"}
    return frozenset(first | {each for each in turning if each != now})
