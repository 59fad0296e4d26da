"""The doors that are shut before anything else runs."""

import ctypes
import os
import subprocess
import sys

import pytest

from integrate import config, hardening
from integrate.hardening import clean_environment, crash_place
from integrate.machine import Machine
from integrate.words import say

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


# --- what others can see, and what is left


def _as_somebody(script: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as an ordinary user; root may look at everything."""
    return run(
        "import ctypes, os, sys, signal\n"
        "from integrate.hardening import harden\n"
        "import resource\n"
        "def ordinary():\n"
        "    if os.geteuid() == 0:\n"
        "        os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)\n"
        f"{script}"
    )


_A_SIBLING_LOOKS = """
def begins(act):
    ours, its = os.pipe()
    child = os.fork()
    if child == 0:
        ordinary()
        told = act()
        os.write(its, told.encode())
        signal.pause()
        os._exit(0)
    return child, ours

def victim():
    if {harden}:
        harden()
    return "r"

def looks(number):
    for name in ("environ", "maps", "mem", "fd", "cwd"):
        path = "/proc/%d/%s" % (number, name)
        try:
            if name == "fd":
                os.listdir(path)
            elif name == "cwd":
                os.readlink(path)
            else:
                open(path, "rb").close()
        except PermissionError:
            yield name

child, ready = begins(victim)
os.read(ready, 1)
sibling, seen = begins(lambda: "refused " + " ".join(looks(child)))
print(os.read(seen, 999).decode())
for each in (child, sibling):
    os.kill(each, signal.SIGKILL)
    os.waitpid(each, 0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_another_program_of_the_same_user_sees_no_memory_no_files_and_no_environment():
    usual = _as_somebody(_A_SIBLING_LOOKS.format(harden=False))
    if usual.stdout.split() == ["refused", "environ", "maps", "mem", "fd", "cwd"]:
        pytest.skip("this system lets nobody look at anybody")
    assert usual.returncode == 0, usual.stderr
    hardened = _as_somebody(_A_SIBLING_LOOKS.format(harden=True))
    assert hardened.stdout.split() == ["refused", "environ", "maps", "mem", "fd", "cwd"]


_DIES = """
import os, resource, signal
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
words = {words!r} * 9
{harden}
os.kill(os.getpid(), signal.{number})
"""
_HARDEN = "from integrate.hardening import harden; harden()"


def _left_by_dying(folder, number: str, harden: str) -> list[str]:
    folder.mkdir()
    script = _DIES.format(words=CANARY, harden=harden, number=number)
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, check=False
    )
    assert ended.returncode < 0
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="cores stand beside the program there")
@pytest.mark.parametrize("number", ["SIGABRT", "SIGSEGV", "SIGQUIT"])
def test_dying_hard_leaves_no_core(tmp_path, number):
    if not _left_by_dying(tmp_path / "usual", number, ""):
        pytest.skip("this system keeps cores elsewhere, or none")
    assert _left_by_dying(tmp_path / "hardened", number, _HARDEN) == []


def test_pythons_own_report_of_a_hard_death_holds_places_and_no_words():
    ended = run(
        "import os, signal\nfrom integrate.hardening import harden\nharden()\n"
        f"def fails(words):\n    os.kill(os.getpid(), signal.SIGABRT)\nfails({CANARY!r})",
        PYTHONFAULTHANDLER="1",
        PYTHONDEVMODE="1",
    )
    assert ended.returncode < 0
    assert "in fails" in ended.stderr
    assert CANARY not in ended.stdout + ended.stderr


@pytest.mark.parametrize(
    ("ends", "code"),
    [("leave(3)", 3), (f"raise ValueError({CANARY!r})", 1), ("raise KeyboardInterrupt", 130)],
    ids=["as asked", "by a crash", "by an interrupt"],
)
def test_nobody_can_ask_questions_after_the_end(ends, code):
    """PYTHONINSPECT lets Python stay open, with everything that still lies in its memory."""
    ended = subprocess.run(
        [sys.executable, "-c", f"from integrate.hardening import *\nharden()\nprint(1)\n{ends}"],
        input="print('still', 'here')\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONINSPECT": "1"},
    )
    assert (ended.returncode, ended.stdout) == (code, "1\n")
    assert CANARY not in ended.stderr


def test_an_end_as_asked_is_an_ordinary_one():
    ended = run(
        "import atexit\nfrom integrate.hardening import leave\natexit.register(print, 5)\nleave(3)"
    )
    assert (ended.returncode, ended.stdout) == (3, "5\n")


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors")
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)], ids=str)
def test_a_closed_stream_leads_nowhere_and_never_into_a_file(tmp_path, closed):
    file = tmp_path / "file"
    code = (
        "import os\nfrom integrate.hardening import harden\nharden()\n"
        f"kept = open({str(file)!r}, 'wb', buffering=0)\n"
        "for number in (1, 2):\n    os.write(number, b'said')\n"
        "import sys\nprint('said')\nprint('said', file=sys.stderr)\nkept.write(b'kept')\n"
    )
    redirected = " ".join(f"{number}>&-" for number in closed)
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -c "$1" {redirected}', sys.executable, code],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert file.read_bytes() == b"kept"


def test_on_macos_debuggers_are_refused(monkeypatch):
    asked = []

    class System:
        def ptrace(self, *given):
            asked.append(given)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: System())
    hardening._not_dumpable()
    assert asked == [(31, 0, None, 0)]


# --- somebody else's home


@pytest.fixture
def foreign_home(tmp_path):
    """As sudo often leaves it: we may write everywhere, and home is another person's."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may write in somebody else's home")
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, 65534, 65534)
    return home


def test_nothing_is_made_in_somebody_elses_home(foreign_home, tmp_path):
    secret = tmp_path / "secret"
    secret.touch(0o600)
    secret.write_text("seven lamps along the old canal")
    program = "import sys\nfrom integrate.cli import main\nmain()"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", program, "init", "--passphrase-file", str(secret)],
        capture_output=True,
        text=True,
        check=False,
        env={**environment, "HOME": str(foreign_home)},
    )
    assert done.returncode == 1
    assert done.stderr.strip() == say("vault.foreign.folder", path=foreign_home)
    assert list(foreign_home.iterdir()) == []


def test_no_note_and_no_setting_is_kept_in_somebody_elses_home(foreign_home):
    assert not Machine(foreign_home / ".local" / "state").keep("note", b"1")
    with pytest.raises(PermissionError):
        config.write(foreign_home / ".config" / "config.toml", config.Config(country="GB"))
    assert list(foreign_home.iterdir()) == []
