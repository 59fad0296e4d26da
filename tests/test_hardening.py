"""The doors that are shut before anything else runs."""

import os
import subprocess
import sys

import pytest

from integrate.hardening import clean_environment, crash_place

CANARY = "the doorway was blue"


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_textual_and_asyncio_switches_leave_the_environment(monkeypatch):
    names = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "PYTHONASYNCIODEBUG", "HOME")
    monkeypatch.setattr(os, "environ", dict.fromkeys(names, "1"))
    clean_environment()
    assert os.environ == {"HOME": "1"}


def test_the_wish_for_no_animation_is_read_before_it_goes(monkeypatch):
    monkeypatch.setattr(os, "environ", {"TEXTUAL_ANIMATIONS": "NONE"})
    assert clean_environment() == "none"
    assert clean_environment() is None


def test_a_crash_place_has_type_file_and_line_and_no_message():
    def fails() -> None:
        raise ValueError(CANARY)

    with pytest.raises(ValueError, match=CANARY) as caught:
        fails()
    place = crash_place(caught.value)
    assert place.startswith("ValueError tests/test_hardening.py:")
    assert CANARY not in place


def test_an_error_that_was_never_raised_has_a_type_only():
    assert crash_place(KeyError(CANARY)) == "KeyError"


@pytest.mark.parametrize(
    "fails",
    [
        f"raise ValueError({CANARY!r})",
        f"import threading\nthreading.Thread(target=lambda: {{}}[{CANARY!r}]).start()",
        f"class A:\n    def __del__(self): raise ValueError({CANARY!r})\nA()",
    ],
    ids=["main", "thread", "destructor"],
)
def test_a_crash_tells_its_place_and_no_words(fails):
    ended = run(f"from integrate.hardening import harden\nharden()\n{fails}")
    assert "Error <string>:" in ended.stderr
    assert CANARY not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_interrupt_is_no_crash():
    ended = run("from integrate.hardening import harden\nharden()\nraise KeyboardInterrupt")
    assert ended.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_is_not_dumped_and_new_files_are_ours_alone(tmp_path):
    ended = run(
        "import os, resource, ctypes\n"
        "from integrate.hardening import harden\n"
        "harden()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
        f"open({str(tmp_path / 'file')!r}, 'w').close()\n"
    )
    assert ended.stdout == "(0, 0) 0\n"
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
