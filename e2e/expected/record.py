#!/usr/bin/env python3
"""Record what real SQLAlchemy does for the example programs of the page.

    python e2e/expected/record.py     # writes NAME.json beside this file

Needs what tests/conformance/record.py needs, and uses it. Each example runs in a folder of its own.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXAMPLES = ROOT / "static" / "examples"
RECORD = ROOT / "tests" / "conformance" / "record.py"

for example in json.loads((EXAMPLES / "index.json").read_text()):
    name = example["files"][0]["path"].removesuffix(".py").replace("/", "_")
    with tempfile.TemporaryDirectory() as folder:
        for file in example["files"]:
            (Path(folder) / file["name"]).write_text((EXAMPLES / file["path"]).read_text())
        done = subprocess.run(
            [sys.executable, RECORD, "--one", example["files"][0]["name"]],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": folder},
            capture_output=True,
            text=True,
            timeout=300,
        )
    if done.returncode:
        sys.exit(f"{name}: {done.stderr}")
    (HERE / f"{name}.json").write_text(done.stdout)
    print(f"{name}: recorded")
