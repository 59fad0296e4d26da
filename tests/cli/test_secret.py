import os
import threading

import pytest

from integrate.cli import secret
from integrate.cli.asked import Asked
from integrate.cli.refused import Refused
from integrate.cli.secret import from_command, from_file, given, given_or_asked

from .conftest import NOW


def file_with(tmp_path, content: bytes, mode: int = 0o600):
    file = tmp_path / "file"
    file.write_bytes(content)
    file.chmod(mode)
    return file


@pytest.mark.parametrize(
    ("content", "secret"),
    [
        (b"a lamp", "a lamp"),
        (b"a lamp\n", "a lamp"),
        (b"a lamp\r\n", "a lamp"),
        (b" a lamp \n\n", " a lamp \n"),
        ("Lämp\n".encode(), "Lämp"),
    ],
)
def test_only_the_last_line_end_is_taken_off(tmp_path, content, secret):
    assert from_file(file_with(tmp_path, content)) == secret


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_can_read_or_change_is_refused(tmp_path, mode):
    with pytest.raises(Refused, match="chmod 600"):
        from_file(file_with(tmp_path, b"a lamp", mode))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_somebody_else_is_refused(tmp_path):
    file = file_with(tmp_path, b"a lamp")
    os.chown(file, 12345, -1)
    with pytest.raises(Refused, match="someone else"):
        from_file(file)


def test_a_pipe_is_taken(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe, 0o644)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"a lamp\n",))
    writer.start()
    assert from_file(pipe) == "a lamp"
    writer.join()


def test_an_open_pipe_is_taken_by_its_number():
    read, write = os.pipe()
    os.write(write, b"a lamp\n")
    os.close(write)
    assert from_file(f"/dev/fd/{read}") == "a lamp"
    os.close(read)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no passphrase in"),
        (b"\n", "no passphrase in"),
        (b"\xff\xfe", "not text"),
        (b"a" * 70_000, "too long"),
    ],
)
def test_what_is_no_passphrase_is_refused(tmp_path, content, sentence):
    with pytest.raises(Refused, match=sentence):
        from_file(file_with(tmp_path, content))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(Refused):
            from_file(path)


def test_a_commands_output_is_the_passphrase():
    assert from_command("printf 'a lamp\\n'") == "a lamp"


def test_no_shell_is_between_us_and_the_command(tmp_path):
    assert from_command("echo a lamp; touch pwned $HOME") == "a lamp; touch pwned $HOME"
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("false", "code 1"),
        ("no-such-program-here", "cannot be run"),
        ("printf 'open", "not closed"),
        ("  ", "name a program"),
        ("true", "no passphrase"),
    ],
)
def test_a_command_that_gives_none_is_refused_calmly(command, sentence):
    with pytest.raises(Refused, match=sentence):
        from_command(command)


def test_a_command_that_takes_too_long_is_ended():
    with pytest.raises(Refused, match=r"longer than 0\.2 seconds"):
        from_command("sleep 30", waits=0.2)


@pytest.mark.parametrize("flood", ["yes", "cat /dev/zero"])
def test_a_command_that_prints_without_end_is_ended_and_refused(flood):
    with pytest.raises(Refused, match="too long"):
        from_command(flood, waits=30)


def test_a_command_that_closes_its_output_and_stays_is_ended_too():
    with pytest.raises(Refused, match="longer than"):
        from_command("sh -c 'exec >&-; exec sleep 30'", waits=0.2)


def test_a_file_and_a_command_together_are_one_too_many(tmp_path):
    asked = Asked(clock=lambda: NOW, passphrase_file=tmp_path, passphrase_command="true")
    with pytest.raises(Refused) as refused:
        given(asked)
    assert refused.value.code == 2


def test_with_nothing_given_the_person_is_asked(monkeypatch):
    monkeypatch.setattr(secret, "ask_unseen", lambda _ask: "a lamp")
    assert given_or_asked(Asked(clock=lambda: NOW)) == "a lamp"


def test_with_nobody_to_ask_it_says_what_to_give(monkeypatch):
    monkeypatch.setattr(secret, "ask_unseen", lambda _ask: None)
    with pytest.raises(Refused, match="--passphrase-file"):
        given_or_asked(Asked(clock=lambda: NOW))
