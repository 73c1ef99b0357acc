# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.sd-keys", "err.sd-size", "err.sd-module-prefix", "err.sd-compile-prefix", "err.sd-path"]
# ///
"""The errors of load_state_dict: names and sizes that do not match."""

import torch
from torch import nn


# --8<-- [start:keys]
def try_to_load(model, state, **options):
    try:
        model.load_state_dict(state, **options)
    except (RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


torch.save(nn.Linear(2, 1).state_dict(), "linear.pt")
model = nn.Sequential(nn.Linear(2, 1))
state = torch.load("linear.pt")
try_to_load(model, state)
# > RuntimeError: Error(s) in loading state_dict for Sequential:
# > 	Missing key(s) in state_dict: "0.weight", "0.bias".
# > 	Unexpected key(s) in state_dict: "weight", "bias".
# --8<-- [end:keys]

# --8<-- [start:renamed]
renamed = {f"0.{name}": tensor for name, tensor in state.items()}
print(model.load_state_dict(renamed))
# > <All keys matched successfully>
# --8<-- [end:renamed]

# --8<-- [start:compare]
file, own = set(state), set(model.state_dict())
print(f"only in the file: {sorted(file - own)}")
# > only in the file: ['bias', 'weight']
print(f"only in the model: {sorted(own - file)}")
# > only in the model: ['0.bias', '0.weight']
# --8<-- [end:compare]

# --8<-- [start:size]
old = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 10)).state_dict()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))  # 3 classes
try_to_load(model, old, strict=False)
# > RuntimeError: Error(s) in loading state_dict for Sequential:
# > 	size mismatch for 2.weight: copying a param with shape torch.Size([10, 8]) from checkpoint, the shape in current model is torch.Size([3, 8]).
# > 	size mismatch for 2.bias: copying a param with shape torch.Size([10]) from checkpoint, the shape in current model is torch.Size([3]).
# --8<-- [end:size]

# --8<-- [start:dropped]
own = model.state_dict()
fitting = {name: t for name, t in old.items() if t.shape == own[name].shape}
print(model.load_state_dict(fitting, strict=False))
# > _IncompatibleKeys(missing_keys=['2.weight', '2.bias'], unexpected_keys=[])
# --8<-- [end:dropped]

# --8<-- [start:module]
model = nn.Linear(2, 1)
state = nn.DataParallel(model).state_dict()
try_to_load(nn.Linear(2, 1), state)
# > RuntimeError: Error(s) in loading state_dict for Linear:
# > 	Missing key(s) in state_dict: "weight", "bias".
# > 	Unexpected key(s) in state_dict: "module.weight", "module.bias".
# --8<-- [end:module]

# --8<-- [start:module-fixed]
nn.modules.utils.consume_prefix_in_state_dict_if_present(state, "module.")
print(list(state), nn.Linear(2, 1).load_state_dict(state))
# > ['weight', 'bias'] <All keys matched successfully>
print(list(nn.DataParallel(model).module.state_dict()))  # or save this
# > ['weight', 'bias']
# --8<-- [end:module-fixed]

# --8<-- [start:compile]
compiled = torch.compile(model, backend="eager")  # or any other backend
try_to_load(nn.Linear(2, 1), compiled.state_dict())
# > RuntimeError: Error(s) in loading state_dict for Linear:
# > 	Missing key(s) in state_dict: "weight", "bias".
# > 	Unexpected key(s) in state_dict: "_orig_mod.weight", "_orig_mod.bias".
# --8<-- [end:compile]

# --8<-- [start:compile-fixed]
print(list(model.state_dict()))  # the model that was compiled
# > ['weight', 'bias']
model.compile(backend="eager")  # or compile it in place
print(list(model.state_dict()))
# > ['weight', 'bias']
# --8<-- [end:compile-fixed]

# --8<-- [start:path]
try_to_load(nn.Linear(2, 1), "linear.pt")
# > TypeError: Expected state_dict to be dict-like, got <class 'str'>.
print(nn.Linear(2, 1).load_state_dict(torch.load("linear.pt")))
# > <All keys matched successfully>
# --8<-- [end:path]

# --8<-- [start:checkpoint]
torch.save({"epoch": 3, "model": nn.Linear(2, 1).state_dict()}, "checkpoint.pt")
checkpoint = torch.load("checkpoint.pt")
try_to_load(nn.Linear(2, 1), checkpoint)
# > RuntimeError: Error(s) in loading state_dict for Linear:
# > 	Missing key(s) in state_dict: "weight", "bias".
# > 	Unexpected key(s) in state_dict: "epoch", "model".
print(nn.Linear(2, 1).load_state_dict(checkpoint["model"]))
# > <All keys matched successfully>
# --8<-- [end:checkpoint]
