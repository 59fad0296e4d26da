from integrate.library import Library


def test_it_works_without_any_journal(command, home):
    ran = command("ground")
    assert (ran.code, ran.err) == (0, "")
    for exercise in Library.shipped().grounding():
        assert set(exercise.steps) <= set(ran.out.splitlines())
    assert list(home.iterdir()) == []


def test_json_has_every_exercise_with_its_steps(command):
    told = command("ground", "--json").json
    shipped = Library.shipped().grounding()
    assert [each["id"] for each in told] == [each.id for each in shipped]
    assert told[0]["steps"] == list(shipped[0].steps)


def test_a_journal_that_is_named_does_not_matter(command, home):
    assert command("--journal", home, "ground").code == 0
