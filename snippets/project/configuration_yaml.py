# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pyyaml"]
# ///
"""A YAML file: what its words become in Python."""

from pathlib import Path

import torch
import yaml

# --8<-- [start:load]
text = """
lr: 0.01
hidden: [128, 64]
scheduler: {name: cosine, warmup: 5}
amp: yes
"""
Path("config.yaml").write_text(text)
config = yaml.safe_load(Path("config.yaml").read_text())
print(config)
# > {'lr': 0.01, 'hidden': [128, 64], 'scheduler': {'name': 'cosine', 'warmup': 5}, 'amp': True}
# --8<-- [end:load]

# --8<-- [start:types]
for text in (
    "1e-3",
    "1.0e-3",
    "0.001",
    "no",
    "off",
    "'no'",
    "null",
    "010",
    "1_000",
):
    print(f"{text:>7} -> {yaml.safe_load(text)!r}")
# >    1e-3 -> '1e-3'
# >  1.0e-3 -> 0.001
# >   0.001 -> 0.001
# >      no -> False
# >     off -> False
# >    'no' -> 'no'
# >    null -> None
# >     010 -> 8
# >   1_000 -> 1000
# --8<-- [end:types]

# --8<-- [start:string]
config = yaml.safe_load("lr: 1e-3")
try:
    torch.optim.AdamW([torch.zeros(1)], lr=config["lr"])
except TypeError as error:
    print(error)
# > '<=' not supported between instances of 'float' and 'str'
print(torch.optim.AdamW([torch.zeros(1)], lr=float(config["lr"])).defaults["lr"])
# > 0.001
# --8<-- [end:string]

# --8<-- [start:loader]
try:
    yaml.load("lr: 0.1")
except TypeError as error:
    print(error)
# > load() missing 1 required positional argument: 'Loader'
# --8<-- [end:loader]
