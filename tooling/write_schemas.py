"""Write the JSON Schemas of ``tooling/schemas`` anew from the declaration. Run: ``python tooling/write_schemas.py``."""

from pathlib import Path

from gemeengoed.schemas import write_schemas

if __name__ == "__main__":
    for file in write_schemas(Path(__file__).parent / "schemas"):
        print(file)
