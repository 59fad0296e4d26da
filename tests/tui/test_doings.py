"""What a page offers just now, from its keys."""

from integrate.journal.write import note
from integrate.tui.demo_app import DemoApp
from integrate.tui.doings import doings
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.words import say


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_only_what_works_now_is_there_and_each_thing_once(stage, journal):
    app = stage(PeopleScreen(journal))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        found = doings(app.screen)
        labels = [each.label for each in found]
        assert say("people.add") in labels
        assert say("people.remove") not in labels  # there is nobody yet
        assert len(labels) == len(set(labels))


async def test_what_is_always_there_stands_last_with_safety_first_and_closing_at_the_end(
    stage, journal
):
    app = stage(PeopleScreen(journal))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        always = [each.label for each in doings(app.screen) if each.everywhere]
        assert always[:2] == [say("key.ground"), say("key.support")]
        assert always[-1] == say("key.close")
        assert not doings(app.screen)[0].everywhere


async def test_all_keys_of_a_thing_stand_together(stage, journal):
    app = stage(PeopleScreen(journal))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        by_label = {each.label: each for each in doings(app.screen)}
        assert by_label[say("key.ground")].keys == ("ctrl+g", "f9")
        assert by_label[say("key.help")].keys == ("?", "f1")
        assert by_label[say("key.ground")].tip.endswith(".")


async def test_no_word_of_the_journal_is_among_them(stage, journal, clock):
    note(journal, "the kettle on the stove", clock(), title="Heron")
    app = stage(JournalScreen(journal))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        said = " ".join(f"{each.label} {each.tip} {each.keys}" for each in doings(app.screen))
        assert "Heron" not in said
        assert "kettle" not in said


async def test_what_a_demo_has_besides_stands_behind_grounding_and_people(parts, journal):
    app = DemoApp(**parts, journal=journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        always = [each.label for each in doings(app.screen) if each.everywhere]
        assert always[:2] == [say("key.ground"), say("key.support")]
        assert say("demo.another") in always
        assert always[-1] == say("key.close")
