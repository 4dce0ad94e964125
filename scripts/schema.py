#!/usr/bin/env python3
"""Write docs/house.schema.json anew from the tables; a test says when it is out of step."""

from pathlib import Path

from logeerhuis_app.exchange.house_json import schema_text
from logeerhuis_app.services.whole_house import table_facts

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "house.schema.json"

if __name__ == "__main__":
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_text(schema_text(table_facts()), encoding="utf-8")
    print(f"{SCHEMA} written")
