"""Somebody who goes through a set as the mood takes them; chance comes from a seeded `Random`."""

from integrate.domain.answer import answer_to
from integrate.domain.prompt import Kind
from integrate.domain.walk import Ask, ConfirmDepth, Ground


def an_answer(prompt, random):
    """Something that this prompt takes."""
    other = random.choice(["", "my own words"]) if prompt.other else ""
    match prompt.kind:
        case Kind.TEXT:
            value = random.choice(["the kettle", "I want to die", "no"])
        case Kind.SCALE:
            value = random.choice(prompt.steps)
        case Kind.NUMBER:
            value = (prompt.number.min or 0) if prompt.number else 3
        case Kind.YESNO:
            value = random.random() < 0.5
        case Kind.DATE:
            value = "2026-11-20"
        case Kind.TIME:
            value = "14:30"
        case Kind.CHOICE:
            value = random.choice(prompt.options).value
        case _:
            alone = [each.value for each in prompt.options if each.exclusive]
            some = [each.value for each in prompt.options if not each.exclusive]
            own = [each.value for each in prompt.words]
            if alone and not other and random.random() < 0.3:
                value = [random.choice(alone)]
            else:
                value = random.sample(some, random.randint(0, min(2, len(some)))) + own[:1]
    return answer_to(prompt, value, other)


def wander(walk, random):
    """One thing that a person does."""
    aside = {
        "back": walk.back,
        "ground": walk.ground,
        "support": walk.support,
        "skip": walk.skip,
    }
    doing = random.choice([*aside, "hold", "clear", *["answer"] * 6])
    if doing in aside:
        return aside[doing]()
    match walk.step:
        case Ask(prompt=prompt) if prompt.kind is Kind.DISPLAY:
            return walk.read()
        case Ask(prompt=prompt):
            return _at_a_question(walk, prompt, doing, random)
        case ConfirmDepth():
            return walk.confirm(yes=random.random() < 0.7)
        case Ground() if random.random() < 0.5:
            return walk.go_on()
    return walk.resume()


def _at_a_question(walk, prompt, doing, random):
    if doing == "clear":
        return walk.clear()
    answer = an_answer(prompt, random)
    return walk.hold(answer) if doing == "hold" else walk.answer(answer)
