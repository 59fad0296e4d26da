import pytest

from integrate.journal.init import add_passphrase, decline_code, init, init_on_paper
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import Kdf, VaultExists, WrongSecret

MACHINE = Machine(name=b"a device")
QUICK = Kdf(m_kib=8192, t=1, p=1)


def opens(path, secret, library):

    unlock(path, secret, machine=MACHINE, library=library).close()
    return True


def test_a_new_journal_opens_with_its_passphrase_and_with_its_code(path, library):
    journal, code = init(path, "passphrase", machine=MACHINE, library=library, kdf=QUICK)
    journal.close()
    assert opens(path, "passphrase", library)
    assert opens(path, code.lower(), library)
    with pytest.raises(WrongSecret):
        unlock(path, "pasphrase", machine=MACHINE, library=library)


def test_a_declined_code_opens_nothing(path, library):
    journal, code = init(path, "passphrase", machine=MACHINE, library=library, kdf=QUICK)
    decline_code(journal)
    journal.close()
    with pytest.raises(WrongSecret):
        unlock(path, code, machine=MACHINE, library=library)


def test_a_journal_begun_on_paper_gets_its_passphrase_another_day(path, library):
    journal, code = init_on_paper(path, machine=MACHINE, library=library, kdf=QUICK)
    assert not journal.vault.has_passphrase
    journal.close()
    another_day = unlock(path, code, machine=MACHINE, library=library)
    add_passphrase(another_day, "rested words", kdf=QUICK)
    another_day.close()
    assert opens(path, "rested words", library)
    assert opens(path, code, library)


def test_a_journal_that_is_there_is_never_begun_anew(path, library):
    init(path, "passphrase", machine=MACHINE, library=library, kdf=QUICK)[0].close()
    before = path.read_bytes()
    for begin in (
        lambda: init(path, "other", machine=MACHINE, library=library, kdf=QUICK),
        lambda: init_on_paper(path, machine=MACHINE, library=library, kdf=QUICK),
    ):
        with pytest.raises(VaultExists):
            begin()
    assert path.read_bytes() == before
