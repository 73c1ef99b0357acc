# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 240
# claims = ["two.fsdp2-checkpoint"]
# ///
"""Saving and loading a sharded model: as one file that any process can load, or shard by shard."""

from pathlib import Path

import torch
import torch.distributed.checkpoint as dcp
from torch import nn
from torch.distributed.checkpoint.state_dict import (
    StateDictOptions,
    get_model_state_dict,
    get_state_dict,
    set_model_state_dict,
    set_state_dict,
)
from torch.distributed.fsdp import fully_shard

from torchbyexample.ddp import launch


# --8<-- [start:full]
def make(seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
    for layer in (model[0], model[2]):
        fully_shard(layer)
    return fully_shard(model)


def one_file(rank):
    model = make(seed=0)
    options = StateDictOptions(full_state_dict=True, cpu_offload=True)
    state = get_model_state_dict(model, options=options)  # every rank calls it
    if rank == 0:
        torch.save(state, "model.pt")
    first = {name: tuple(tensor.shape) for name, tensor in list(state.items())[:1]}

    other = make(seed=1)
    file = torch.load("model.pt") if rank == 0 else {}
    options = StateDictOptions(full_state_dict=True, broadcast_from_rank0=True)
    set_model_state_dict(other, file, options=options)
    same = torch.equal(other[0].weight.to_local(), model[0].weight.to_local())
    return f"state {first}, loaded into its shards: {same}"


# --8<-- [end:full]


# --8<-- [start:sharded]
def shard_by_shard(rank):
    model = make(seed=0)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(8, 4)).sum().backward()
    optimizer.step()
    expected = model[0].weight.full_tensor()
    if rank == 0:
        torch.save(expected, "expected.pt")  # to compare with
    model_state, optimizer_state = get_state_dict(model, optimizer)
    dcp.save(
        {"model": model_state, "optimizer": optimizer_state}, checkpoint_id="step1"
    )

    other = make(seed=1)
    other_optimizer = torch.optim.Adam(other.parameters())
    model_state, optimizer_state = get_state_dict(other, other_optimizer)
    state = {"model": model_state, "optimizer": optimizer_state}
    dcp.load(state, checkpoint_id="step1")  # fills the tensors of `state`
    set_state_dict(
        other,
        other_optimizer,
        model_state_dict=state["model"],
        optim_state_dict=state["optimizer"],
    )
    weight, loaded = model[0].weight, other[0].weight
    same = torch.equal(weight.to_local(), loaded.to_local())
    moments = [
        o.state[w]["exp_avg"]
        for o, w in ((optimizer, weight), (other_optimizer, loaded))
    ]
    same_adam = torch.equal(moments[0].to_local(), moments[1].to_local())
    return f"same weights {same}, same Adam state {same_adam}"


def load_elsewhere(rank):
    model = make(seed=1)  # in another number of processes
    state = {"model": get_model_state_dict(model)}
    dcp.load(state, checkpoint_id="step1")
    set_model_state_dict(model, state["model"])
    whole = model[0].weight.full_tensor()
    same = torch.equal(whole, torch.load("expected.pt"))
    return f"{tuple(model[0].weight.to_local().shape)} same {same}"


# --8<-- [end:sharded]


# --8<-- [start:run]
def worker(rank):
    return one_file(rank), shard_by_shard(rank)


if __name__ == "__main__":
    for rank, reports in enumerate(launch(worker, 2)):
        print(f"rank {rank}:", *reports, sep="\n  ")
    plain = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
    print("one process:", plain.load_state_dict(torch.load("model.pt")))
    print(sorted(path.name for path in Path("step1").iterdir()))
    print("loaded by one process:", launch(load_elsewhere, 1))
# > rank 0:
# >   state {'0.weight': (6, 4)}, loaded into its shards: True
# >   same weights True, same Adam state True
# > rank 1:
# >   state {}, loaded into its shards: True
# >   same weights True, same Adam state True
# > one process: <All keys matched successfully>
# > ['.metadata', '__0_0.distcp', '__1_0.distcp']
# > loaded by one process: ['(6, 4) same True']
# --8<-- [end:run]
