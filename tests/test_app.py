"""The program as a whole: light at the start, into the house and out again."""

import subprocess
import sys

HEAVY = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "pikepdf", "psycopg", "pyotp", "segno", "num2words")


def test_the_login_does_not_wait_for_the_database():
    code = f"import sys, logeerhuis_app.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
