"""One prompt at a time: what stands around the questions, in the full screen and in lines."""

from typing import Final

EN: Final[dict[str, str]] = {
    "guided.skip": "Skip",
    "guided.pause": "Pause",
    "guided.stop": "Stop",
    "guided.stop.long": "Stop today",
    "guided.progress": "{number} of {count}",
    "guided.length": "{questions}, {minutes}. You may skip, pause or stop.",
    "guided.questions": "At most {count} questions",
    "guided.questions.one": "One question",
    "guided.minutes": "about {count} minutes",
    "guided.minutes.one": "about a minute",
    "guided.shorter": "Shorter this time: not every question is asked each time.",
    "guided.kept_then": "You wrote this {ago} ({day}):",
    "guided.kept_then.phase": "You wrote this {ago}, in {phase} ({day}):",
    "guided.ago.today": "earlier today",
    "guided.ago.yesterday": "yesterday",
    "guided.ago.days": "{count} days ago",
    "guided.ago.weeks": "about {count} weeks ago",
    "guided.ago.months": "about {count} months ago",
    "guided.recall": "Here is what you kept for yourself.",
    "guided.recall.none": "There is no note here yet. You could write one another day.",
    "guided.matters": "This one matters here. You can still leave it out.",
    "guided.matters.skip": "This one matters here. If you would rather leave it out, use Skip.",
    "guided.measure.skip": "No answer is chosen yet. If you would rather leave it out, use Skip.",
    "guided.depth.ask": "The next question comes near a hard memory. Do you want to go there?",
    "guided.depth.help": "No is a good answer. You can stop at any moment.",
    "guided.depth.yes": "Yes, a little way",
    "guided.depth.no": "No, keep it light",
    "guided.depth.choose": "Choose yes or no first; both are fine.",
    "guided.kept": "kept · just now",
    "guided.unkept": "being kept…",
    # --- one question only
    "guided.only": "Only one",
    "guided.only.long": "Only one",
    "guided.only.now": "only this one",
    "guided.only.told": "Only this one today. After it the closing words come.",
    "guided.only.again": "The other questions are back.",
    # --- when the time that the set asks for is over
    "guided.enough": "You have given this about {count} minutes. That is plenty.",
    "guided.enough.one": "You have given this about a minute. That is plenty.",
    "guided.enough.help": "Nothing is lost either way. What you said is kept.",
    "guided.enough.stop": "Enough for today",
    "guided.enough.on": "Go on",
    # --- why a prompt is there
    "guided.why": "Why?",
    "guided.why.title": "Why this prompt?",
    "guided.why.idea": "The idea",
    "guided.why.unnamed": "The article does not name this. It only speaks of other symptoms.",
    "guided.why.article": "What the article says",
    "guided.why.article.none": "The article says nothing of it.",
    "guided.why.article.words": "In our own short words. Its claims are not ours.",
    "guided.why.article.theirs": "What in the article they point to",
    "guided.why.sentence": "{number}. {said}",
    "guided.why.studies": "What studies say",
    "guided.why.found.people": (
        "Found in people: a source below speaks of this subject. It says nothing of these words."
    ),
    "guided.why.found.animals": (
        "Found in animals: it was seen in rats or mice. Nobody knows if it holds for people."
    ),
    "guided.why.near.people": (
        "Near what was found in people. The step from there to this question is ours."
    ),
    "guided.why.near.animals": (
        "Near what was found in animals. The step from there to this question is ours, and "
        "nobody knows if it holds for people."
    ),
    "guided.why.found.none": "No finding stands behind it.",
    "guided.why.choice": "What is our choice",
    "guided.why.choice.asked": "That it is asked, and asked here, is our choice.",
    "guided.why.choice.sources": "The sources below are why we chose so. They do not prove it.",
    "guided.why.choice.words": "Its words are ours. Nobody has tested them as they stand here.",
    "guided.why.sources": "Sources",
    "guided.why.sources.none": "No source is named for it.",
    "guided.why.sources.read": "We read most sources in short form, not as a whole.",
    "guided.why.sources.theirs": "The sources they name",
    "guided.why.sources.unchecked": "Integrate did not check that these sources fit the question.",
    "guided.why.source": "· {cite}",
    "guided.why.graded": "  {where}. {sure}",
    "guided.why.grade.A": "A: a trial, or many trials pooled.",
    "guided.why.grade.B": "B: a small study, a label or a report.",
    "guided.why.grade.C": "C: a study in animals.",
    "guided.why.grade.D": "D: a view, a guide, a known scale or a custom. It is no finding.",
    "guided.why.author": "Who wrote it",
    "guided.why.author.says": "This set is by {author}.",
    "guided.why.author.unchecked": "Integrate did not check what it says or claims.",
    "guided.why.measure": "Where it is from",
    "guided.why.measure.says": (
        "{title} is a published form. Its words stand here as they were published."
    ),
    # --- the article's sentences, in our own short words; its "may" and "could" stay
    "guided.article.S1": "Many people have tried many kinds of therapy.",
    "guided.article.S2": "Some of it did not help, or did harm.",
    "guided.article.S3": (
        "It praises this way highly. We don't repeat that, and no question rests on it."
    ),
    "guided.article.S4": "Ketamine is a way that gives some hope.",
    "guided.article.S5": "It may bring a short distance from painful memories and feelings.",
    "guided.article.S6": (
        "This may bring relief, a fresh view, and feelings that are less strong."
    ),
    "guided.article.S7": (
        "The brain may form new links, and memories may settle in a form that hurts less."
    ),
    "guided.article.S8": ("Lasting change in the body's alarm system is only now being studied."),
    "guided.article.S9": (
        "Trauma can put that system out of balance: alarm, stress, and a slow way back to calm."
    ),
    "guided.article.S10": "Ketamine acts where the brain learns and remembers.",
    "guided.article.S11": "Some studies speak of a reset: old patterns may come loose.",
    "guided.article.S12": "Memories might be worked through in a form that hurts less.",
    "guided.article.S13": "People now look at how ketamine might help therapy along.",
    "guided.article.S14": ("There may be a window in which memories can be met with less charge."),
    "guided.article.S15": "Over time, being on guard and other signs of trauma could ease.",
}
