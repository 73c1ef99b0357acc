# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What goes wrong with fully_shard, in a group of one process: mixed tensors, an optimizer that is too early, norms."""

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
from torch import nn
from torch.distributed.fsdp import MixedPrecisionPolicy, fully_shard

dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)


# --8<-- [start:mixed]
def attempt(what, action):
    try:
        action()
        print(f"{what}: no error")
    except RuntimeError as error:
        _, found, rest = str(error).partition("got mixed")
        print(f"{what}: RuntimeError: ... {found}{rest.split('!')[0]}!")


def model_of_two(part=False):
    model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
    if part:
        fully_shard(model[0])
    return fully_shard(model)


inputs = torch.ones(1, 2)
model = model_of_two()
attempt("the whole model", lambda: model(inputs))
# > the whole model: no error
model = model_of_two()
attempt("a layer of it alone", lambda: model[0](inputs))
# > a layer of it alone: RuntimeError: ... got mixed torch.Tensor and DTensor, need to convert all torch.Tensor to DTensor before calling distributed operators!
model = model_of_two(part=True)
attempt("a layer with its own fully_shard", lambda: model[0](inputs))
# > a layer with its own fully_shard: no error
plain = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)).state_dict()
attempt("load_state_dict of a plain file", lambda: model.load_state_dict(plain))
# > load_state_dict of a plain file: RuntimeError: ... got mixed torch.Tensor and DTensor, need to convert all torch.Tensor to DTensor before calling distributed operators!
attempt("a weight with a tensor", lambda: model[0].weight @ inputs[0])
# > a weight with a tensor: RuntimeError: ... got mixed torch.Tensor and DTensor, need to convert all torch.Tensor to DTensor before calling distributed operators!
whole = model[0].weight.full_tensor()
attempt("the gathered weight", lambda: whole @ inputs[0])
# > the gathered weight: no error
early = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
early.load_state_dict(plain)  # before fully_shard
attempt("loaded first, then sharded", lambda: fully_shard(early)(inputs))
# > loaded first, then sharded: no error
# --8<-- [end:mixed]

# --8<-- [start:optimizer]
for early in (True, False):
    torch.manual_seed(0)
    model = nn.Linear(2, 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.1) if early else None
    fully_shard(model)
    if not early:
        optimizer = torch.optim.AdamW(model.parameters(), lr=0.1)
    before = model.weight.full_tensor().clone()
    model(inputs).sum().backward()
    optimizer.step()
    moved = not torch.equal(before, model.weight.full_tensor())
    print(f"optimizer made {'before' if early else 'after'}: weights moved {moved}")
# > optimizer made before: weights moved False
# > optimizer made after: weights moved True
# --8<-- [end:optimizer]

# --8<-- [start:clip]
norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
print(type(norm).__name__, "->", round(norm.full_tensor().item(), 2))
# > DTensor -> 1.73
# --8<-- [end:clip]

# --8<-- [start:precision]
model = nn.Linear(2, 2)
policy = MixedPrecisionPolicy(param_dtype=torch.bfloat16)
fully_shard(model, mp_policy=policy)
outputs = model(inputs)
outputs.sum().backward()
print(f"computed in {outputs.dtype}, kept in {model.weight.dtype}")
# > computed in torch.bfloat16, kept in torch.float32
print(f"gradient {model.weight.grad.dtype}")
# > gradient torch.float32
norm_layer = fully_shard(nn.BatchNorm1d(2))
parameter, buffer = norm_layer.weight, norm_layer.running_mean
print(f"a parameter {type(parameter).__name__}, a buffer {type(buffer).__name__}")
# > a parameter DTensor, a buffer Tensor
# --8<-- [end:precision]

dist.destroy_process_group()
