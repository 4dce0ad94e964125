"""``python -m logeerhuis_app`` and the ``logeerhuis`` command."""

import sys

from logeerhuis_app.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
