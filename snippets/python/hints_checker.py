# /// script
# requires-python = ">=3.11"
# dependencies = ["mypy>=1.18"]
# ///
"""A checker reads the hints and finds the wrong call without running it."""

# --8<-- [start:mypy]
from pathlib import Path

from mypy import api

Path("example.py").write_text("""
def repeat(word: str, times: int) -> str:
    return word * times


repeat(3, 4)
repeat("ab", 2) + 1


def mean(values):
    return sum(values) / len(values)


mean(3)
""")
report, errors, status = api.run(["example.py"])
print(report.strip())
# > example.py:6: error: Argument 1 to "repeat" has incompatible type "int"; expected "str"  [arg-type]
# > example.py:7: error: Unsupported operand types for + ("str" and "int")  [operator]
# > Found 2 errors in 1 file (checked 1 source file)
# --8<-- [end:mypy]
