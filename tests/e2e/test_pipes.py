"""The installed program without any terminal: what a script sees."""

import subprocess

from .conftest import CANARY, PASSPHRASE


def test_from_a_new_journal_to_a_page_read_back(home):
    made = home.run("init", "--json")
    assert made.code == 0
    assert len(made.json["recovery_code"].split("-")) == 7
    added = home.run("session", "add", "2 days ago 10:00", "--route", "im", "--json")
    assert added.json["went"] == "yes"
    assert home.run("due", "--json").json["next"]["set"] == "open"
    lines = f"7\n{CANARY}\n\n" + "\n" * 30
    assert home.run("write", "open", "--plain", stdin=lines).code == 0
    assert home.run("note", stdin="A free page.\n").code == 0
    note, page = home.run("list", "--json").json
    assert set(page) >= {"id", "when", "title", "set", "session", "phase"}
    assert (page["set"], page["session"]) == ("open", added.json["id"])
    assert (note["set"], note["phase"]) == (None, "open")
    assert CANARY in home.run("show", page["id"][:8]).out
    assert home.files_with(CANARY) == []
    assert home.files_with(PASSPHRASE) == []


def test_the_passphrase_may_come_from_a_command_or_a_pipe(with_journal):
    home = with_journal
    for given in (
        ["--passphrase-command", f"cat {home.secret}"],
        ["--passphrase-file", "/dev/stdin"],
    ):
        done = subprocess.run(
            [home.program, *given, "list", "--json"],
            input=PASSPHRASE + "\n",
            capture_output=True,
            text=True,
            env=home.env,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_a_passphrase_command_cannot_eat_the_answers(with_journal):
    home = with_journal
    greedy = f"sh -c 'cat >/dev/null; cat {home.secret}'"
    done = subprocess.run(
        [home.program, "--passphrase-command", greedy, "write", "checkin", "--plain"],
        input=f"7\n\n\n{CANARY}\n\n",
        capture_output=True,
        text=True,
        env=home.env,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    (told,) = home.run("list", "--json").json
    assert CANARY in home.run("show", told["id"]).out


def test_with_no_terminal_and_no_passphrase_it_says_what_to_give(with_journal):
    home = with_journal
    done = subprocess.run(
        [home.program, "list"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=home.env,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 1
    assert "--passphrase-file" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_in_need_works_on_a_bare_machine(home):
    for verb in ("ground", "support"):
        done = subprocess.run(
            [home.program, verb], capture_output=True, text=True, env=home.env, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert len(done.stdout.splitlines()) > 5
    assert list((home.root / "home").iterdir()) == []


def test_the_demo_in_lines_leaves_nothing_behind(home):
    done = subprocess.run(
        [home.program, "demo", "--at", "window", "--plain"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=home.env,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [path for path in home.root.rglob("*") if path.is_file()] == [home.secret]
