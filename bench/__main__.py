"""Print what people wait for as one table: ``python -m bench [PART]...``"""

import importlib
import sys

from bench.measure import Result, table

PARTS = ("start", "unlock", "chart", "booking", "search", "file", "declarations", "backup")


def main() -> int:
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; choose from {', '.join(PARTS)}", file=sys.stderr)
        return 2
    results: list[Result] = []
    for part in wanted:
        print(f"measuring {part} …", file=sys.stderr)
        results += importlib.import_module(f"bench.{part}").run()
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
