# /// script
# requires-python = ">=3.11"
# dependencies = ["packaging"]
# ///
"""Why pip keeps the build that is there: to it both builds are the same version."""

# --8<-- [start:satisfied]
from packaging.specifiers import SpecifierSet

wanted = SpecifierSet("==2.11.0")  # pip install torch==2.11.0
for installed in ("2.11.0+cpu", "2.11.0+cu130", "2.10.0+cpu"):
    print(f"{installed:12} fits: {wanted.contains(installed)}")
# > 2.11.0+cpu   fits: True
# > 2.11.0+cu130 fits: True
# > 2.10.0+cpu   fits: False
# --8<-- [end:satisfied]
