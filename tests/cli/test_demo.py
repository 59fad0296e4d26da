import pytest


@pytest.mark.parametrize("at", ["evening", "window", "week3", "before", "talk", "practice"])
def test_every_moment_opens_in_plain_lines_and_leaves_nothing(command, home, at, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(home))
    ran = command("demo", "--at", at, "--plain")
    assert (ran.code, ran.err) == (0, "")
    assert "This journal is invented." in ran.out
    assert list(home.iterdir()) == []


def test_a_page_of_it_can_be_read(command):
    from integrate.words import say

    opened = command("demo", "--at", "window", "--plain", stdin="2\n").out
    labels = {line.partition(". ")[2]: line.partition(". ")[0] for line in opened.splitlines()}
    read = labels[say("plain.home.read")]
    ran = command("demo", "--at", "window", "--plain", stdin=f"2\n{read}\n1\n")
    assert ran.code == 0
    assert len(ran.out) > len(opened)
