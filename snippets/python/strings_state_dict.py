# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The names of a state_dict are strings: rename, filter, pair them."""

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))

# --8<-- [start:load]
weights = nn.DataParallel(model).state_dict()
print(list(weights))
# > ['module.0.weight', 'module.0.bias', 'module.2.weight', 'module.2.bias']
try:
    model.load_state_dict(weights)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: Error(s) in loading state_dict for Sequential:
# > 	Missing key(s) in state_dict: "0.weight", "0.bias", "2.weight", "2.bias".
# > 	Unexpected key(s) in state_dict: "module.0.weight", "module.0.bias", "module.2.weight", "module.2.bias".

parallel = nn.DataParallel(model)  # the other way round
try:
    parallel.load_state_dict(model.state_dict())
except RuntimeError as error:
    print(str(error).splitlines()[1].strip()[:48])
# > Missing key(s) in state_dict: "module.0.weight",
print(parallel.module.load_state_dict(model.state_dict()))
# > <All keys matched successfully>

checkpoint = {"epoch": 3, "model": model.state_dict()}  # a whole checkpoint
try:
    model.load_state_dict(checkpoint)
except RuntimeError as error:
    print(str(error).splitlines()[2].strip())
# > Unexpected key(s) in state_dict: "epoch", "model".
print(model.load_state_dict(checkpoint["model"]))
# > <All keys matched successfully>
# --8<-- [end:load]

# --8<-- [start:answer]
weights = {name.removeprefix("module."): v for name, v in weights.items()}
print(model.load_state_dict(weights))
# > <All keys matched successfully>
# --8<-- [end:answer]

# --8<-- [start:compile]
print(next(iter(torch.compile(model).state_dict())))
# > _orig_mod.0.weight
# <= 2.13
# > _orig_mod.0.weight
# ! DeprecationWarning: `torch.jit.script_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# --8<-- [end:compile]

# --8<-- [start:strip]
print("module.model.0.weight".removeprefix("module."))
# > model.0.weight
print("module.model.0.weight".lstrip("module."))
# > 0.weight
print("module.my_module.0.weight".replace("module.", ""))
# > my_0.weight
# --8<-- [end:strip]

# --8<-- [start:names]
print([name for name in weights if name.endswith("bias")])
# > ['0.bias', '2.bias']
print(sorted({name.split(".")[0] for name in weights}))
# > ['0', '2']
print({name: tuple(v.shape) for name, v in weights.items()})
# > {'0.weight': (3, 2), '0.bias': (3,), '2.weight': (1, 3), '2.bias': (1,)}
head = {n: v for n, v in weights.items() if n.startswith("2.")}
print(list(head))
# > ['2.weight', '2.bias']
# --8<-- [end:names]

# --8<-- [start:freeze]
for name, parameter in model.named_parameters():
    parameter.requires_grad_(not name.startswith("0."))
print([name for name, p in model.named_parameters() if p.requires_grad])
# > ['2.weight', '2.bias']
# --8<-- [end:freeze]
