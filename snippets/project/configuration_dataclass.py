# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A dictionary forgives a wrong name, a dataclass does not."""

from dataclasses import asdict, dataclass, replace

import torch
from torch import nn

# --8<-- [start:dict]
config = {"lr": 0.1, "hidden": 64}
config["Lr"] = 0.001  # meant to change the learning rate
print(config["lr"], config.get("learning_rate", 0.5))
# > 0.1 0.5
# --8<-- [end:dict]


# --8<-- [start:dataclass]
@dataclass(frozen=True)
class Config:
    lr: float = 0.1
    hidden: int = 64
    seed: int = 0


config = Config(lr=0.01)
print(config)
# > Config(lr=0.01, hidden=64, seed=0)
try:
    Config(Lr=0.001)
except TypeError as error:
    print(error)
# > Config.__init__() got an unexpected keyword argument 'Lr'
try:
    config.lr = 0.001
except AttributeError as error:
    print(type(error).__name__, error)
# > FrozenInstanceError cannot assign to field 'lr'
print(replace(config, hidden=128))
# > Config(lr=0.01, hidden=128, seed=0)
# --8<-- [end:dataclass]

# --8<-- [start:types]
print(Config(lr="0.01"))  # annotations are not checked
# > Config(lr='0.01', hidden=64, seed=0)
# --8<-- [end:types]


# --8<-- [start:checkpoint]
def make_model(config):
    torch.manual_seed(config.seed)
    return nn.Sequential(nn.Linear(4, config.hidden), nn.Linear(config.hidden, 1))


model = make_model(config)
torch.save({"config": asdict(config), "model": model.state_dict()}, "run.pt")

saved = torch.load("run.pt", weights_only=True)
again = make_model(Config(**saved["config"]))
again.load_state_dict(saved["model"])
print(saved["config"], torch.equal(again[0].weight, model[0].weight))
# > {'lr': 0.01, 'hidden': 64, 'seed': 0} True
# --8<-- [end:checkpoint]

# --8<-- [start:unpickling]
torch.save({"config": config}, "object.pt")  # the object, not a dictionary
try:
    torch.load("object.pt", weights_only=True)
except Exception as error:
    print(type(error).__name__)
    print(next(line for line in str(error).splitlines() if "GLOBAL" in line)[:88])
# > UnpicklingError
# > 	WeightsUnpickler error: Unsupported global: GLOBAL __main__.Config was not an allowed g
# --8<-- [end:unpickling]
