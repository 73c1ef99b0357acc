# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
#
# [tool.tbe]
# claims = ["wandb.name"]
# ///
"""The product is called Weights & Biases, the package wandb, in lower case."""

from importlib import import_module
from importlib.metadata import metadata

import wandb

# --8<-- [start:name]
print(metadata("wandb")["Author-email"].partition(" <")[0])
# > Weights & Biases
for name in ("wandb", "WandB"):
    try:
        print(f"import {name}: {import_module(name).__name__}")
    except ModuleNotFoundError as error:
        print(f"import {name}: {type(error).__name__}: {error}")
# > import wandb: wandb
# > import WandB: ModuleNotFoundError: No module named 'WandB'
# --8<-- [end:name]

# --8<-- [start:site]
print(wandb.Settings().base_url)
# > https://api.forge.coreweave.com
# --8<-- [end:site]
