"""Making a password dear must never stop the program."""

import subprocess
import sys

TWO_AT_ONCE = """
import threading
from logeerhuis_app.db.passwords import Cost, derived_key, hashed, is_right

cost = Cost(memory_kib=8 * 1024, passes=1, lanes=4)
deeds = (
    lambda: derived_key("oefenen in het logeerhuis", bytes(16), cost),
    lambda: is_right("oefenen in het logeerhuis", hashed("oefenen in het logeerhuis", cost)),
)
threads = [threading.Thread(target=deed) for deed in deeds * 3]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all came back")
"""


def test_several_passwords_at_once_do_not_wait_for_each_other_for_ever() -> None:
    """In a process of its own, which can be ended when it hangs."""
    done = subprocess.run(
        [sys.executable, "-c", TWO_AT_ONCE],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout.strip() == "all came back", done.stderr
