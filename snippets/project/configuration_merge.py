# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pyyaml"]
# ///
"""Defaults, then a file, then the command line: the later one wins, and the run keeps what was used."""

# --8<-- [start:merge]
import argparse
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Config:
    lr: float = 0.1
    epochs: int = 5
    optimizer: str = "sgd"


def load_config(words=None) -> Config:
    """Defaults, overridden by --config FILE, overridden by the other options."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=Path)
    for field in fields(Config):  # type(default): int, float or str
        parser.add_argument(f"--{field.name}", type=type(field.default))
    given = {
        k: v for k, v in vars(parser.parse_args(words)).items() if v is not None
    }
    file = given.pop("config", None)
    from_file = yaml.safe_load(file.read_text()) if file else {}
    return Config(**{**from_file, **given})


# --8<-- [end:merge]

# --8<-- [start:use]
Path("adamw.yaml").write_text("optimizer: adamw\nlr: 0.001\n")
print(load_config([]))
# > Config(lr=0.1, epochs=5, optimizer='sgd')
print(load_config(["--config", "adamw.yaml"]))
# > Config(lr=0.001, epochs=5, optimizer='adamw')
config = load_config(["--config", "adamw.yaml", "--lr", "0.01"])
print(config)
# > Config(lr=0.01, epochs=5, optimizer='adamw')

folder = Path("runs/adamw-1")
folder.mkdir(parents=True)
(folder / "config.yaml").write_text(yaml.safe_dump(asdict(config)))
print((folder / "config.yaml").read_text())
# > epochs: 5
# > lr: 0.01
# > optimizer: adamw
# >
print(load_config(["--config", "runs/adamw-1/config.yaml"]) == config)
# > True
# --8<-- [end:use]

# --8<-- [start:typo]
Path("typo.yaml").write_text("learning_rate: 0.001\n")
try:
    load_config(["--config", "typo.yaml"])
except TypeError as error:
    print(error)
# > Config.__init__() got an unexpected keyword argument 'learning_rate'
# --8<-- [end:typo]
