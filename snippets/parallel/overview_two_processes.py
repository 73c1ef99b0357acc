# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["two.tensor-parallel-cpu"]
# timeout = 180
# ///
"""DDP, fully_shard and tensor parallelism on two processes: what each process holds and what travels between them."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.tensor import DTensor
from torch.distributed.tensor.parallel import (
    ColwiseParallel,
    RowwiseParallel,
    parallelize_module,
)
from torch.nn.parallel import DistributedDataParallel
from torch.utils._python_dispatch import TorchDispatchMode

MIB = 2**20


# --8<-- [start:ways]
def build():
    torch.manual_seed(0)
    first, second = (nn.Linear(1024, 1024, bias=False) for _ in range(2))
    return nn.Sequential(first, nn.ReLU(), second)


def spread(name, model, mesh):
    # A whole copy on each process.
    if name == "DDP":
        return DistributedDataParallel(model)
    # Half of every weight on each, the rest fetched when it is needed.
    if name == "fully_shard":
        for layer in (model[0], model[2]):
            fully_shard(layer, mesh=mesh)
        return fully_shard(model, mesh=mesh)
    # Half of the columns of the first layer, half of the rows of the second.
    plan = {"0": ColwiseParallel(), "2": RowwiseParallel()}
    return parallelize_module(model, mesh, plan)


# --8<-- [end:ways]


# --8<-- [start:measure]
KINDS = {
    "allreduce_": "all-reduce",
    "all_reduce": "all-reduce",
    "_allgather_base_": "all-gather",
    "_reduce_scatter_base_": "reduce-scatter",
}


class Traffic(TorchDispatchMode):
    """Adds up the bytes of every collective operation that runs inside it."""

    def __init__(self):
        super().__init__()
        self.mib = Counter()

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        if kind := KINDS.get(func.overloadpacket.__name__):
            lists = [arg if isinstance(arg, list) else [arg] for arg in args]
            tensors = [t for ts in lists for t in ts if isinstance(t, torch.Tensor)]
            # The largest is the whole, not one process's part.
            self.mib[kind] += max(t.nbytes for t in tensors) / MIB
        return func(*args, **(kwargs or {}))


def held_mib(model, optimizer):
    """What this process itself holds: of a tensor that is spread over both, its part."""
    total = 0
    for p in model.parameters():
        for tensor in (p, p.grad, *optimizer.state[p].values()):
            local = tensor.to_local() if isinstance(tensor, DTensor) else tensor
            total += local.nbytes
    return total / MIB


def measure(name, rank, mesh, batch_size):
    model = spread(name, build(), mesh)
    optimizer = torch.optim.Adam(model.parameters())
    torch.manual_seed(1)
    inputs = torch.randn(batch_size, 1024)  # (batch, features), for both
    expected = build()(inputs)
    # Tensor parallelism sees the whole batch on both, the others every second row.
    rows = slice(None) if name == "tensors" else slice(rank, None, 2)
    part = inputs[rows].requires_grad_()  # as in the middle of a larger network
    with Traffic() as traffic:
        outputs = model(part)
        outputs.pow(2).mean().backward()
    optimizer.step()
    same = torch.allclose(outputs, expected[rows], atol=1e-5)
    return same, held_mib(model, optimizer), traffic.mib


# --8<-- [end:measure]


# --8<-- [start:run]
def worker(rank, meeting):
    dist.init_process_group("gloo", meeting, rank=rank, world_size=2)
    mesh = init_device_mesh("cpu", (2,))
    if rank == 0:
        print("MiB that one process holds, and MiB that travel in one step")
    for name in ("DDP", "fully_shard", "tensors"):
        for batch_size in (64, 256):
            same, held, traffic = measure(name, rank, mesh, batch_size)
            if rank == 0:
                parts = [f"{kind} {mib:.1f}" for kind, mib in traffic.items()]
                print(f"{name}, batch {batch_size}, same outputs {same}:")
                print(f"    holds {held:.1f}, travels {' + '.join(parts)}")
    dist.destroy_process_group()


if __name__ == "__main__":
    # fork starts faster, spawn runs everywhere
    start = "fork" if sys.platform == "linux" else "spawn"
    with tempfile.TemporaryDirectory() as folder:
        meeting = Path(folder, "meeting").as_uri()  # where they find each other
        mp.start_processes(worker, (meeting,), nprocs=2, start_method=start)
# > MiB that one process holds, and MiB that travel in one step
# > DDP, batch 64, same outputs True:
# >     holds 32.0, travels all-reduce 8.0
# > DDP, batch 256, same outputs True:
# >     holds 32.0, travels all-reduce 8.0
# > fully_shard, batch 64, same outputs True:
# >     holds 16.0, travels all-gather 16.0 + reduce-scatter 8.0
# > fully_shard, batch 256, same outputs True:
# >     holds 16.0, travels all-gather 16.0 + reduce-scatter 8.0
# > tensors, batch 64, same outputs True:
# >     holds 16.0, travels all-reduce 0.5
# > tensors, batch 256, same outputs True:
# >     holds 16.0, travels all-reduce 2.0
# --8<-- [end:run]
