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
from torch.distributed.tensor.parallel import ColwiseParallel, RowwiseParallel, parallelize_module
from torch.nn.parallel import DistributedDataParallel
from torch.utils._python_dispatch import TorchDispatchMode

MIB = 2**20


# --8<-- [start:ways]
def build():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(1024, 1024, bias=False), nn.ReLU(), nn.Linear(1024, 1024, bias=False))


def spread(name, model, mesh):
    if name == "DDP":  # a whole copy on each process
        return DistributedDataParallel(model)
    if name == "fully_shard":  # half of every weight on each, fetched layer by layer
        for layer in (model[0], model[2]):
            fully_shard(layer, mesh=mesh)
        return fully_shard(model, mesh=mesh)
    # half of the columns of the first layer, half of the rows of the second
    return parallelize_module(model, mesh, {"0": ColwiseParallel(), "2": RowwiseParallel()})


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
        if func.namespace in ("c10d", "_c10d_functional") and (kind := KINDS.get(func.overloadpacket.__name__)):
            tensors = [t for arg in args for t in (arg if isinstance(arg, list) else [arg]) if isinstance(t, torch.Tensor)]
            self.mib[kind] += max(t.nbytes for t in tensors) / MIB  # the whole, not the part
        return func(*args, **(kwargs or {}))


def held_mib(model, optimizer):
    """What this process itself holds: its part, where a tensor is spread over both."""
    tensors = [t for p in model.parameters() for t in (p, p.grad, *optimizer.state[p].values())]
    return sum(getattr(t, "to_local", lambda t=t: t)().nbytes for t in tensors) / MIB


def measure(name, rank, mesh, batch_size):
    model = spread(name, build(), mesh)
    optimizer = torch.optim.Adam(model.parameters())
    torch.manual_seed(1)
    inputs = torch.randn(batch_size, 1024)  # (batch, features): the global batch
    expected = build()(inputs)
    mine = slice(None) if name == "tensor parallel" else slice(rank, None, 2)  # tensor parallel: the same batch on both
    part = inputs[mine].requires_grad_()  # as in the middle of a larger network
    with Traffic() as traffic:
        outputs = model(part)
        outputs.pow(2).mean().backward()
    optimizer.step()
    return torch.allclose(outputs, expected[mine], atol=1e-5), held_mib(model, optimizer), traffic.mib


# --8<-- [end:measure]


# --8<-- [start:run]
def worker(rank, meeting):
    dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=2)
    mesh = init_device_mesh("cpu", (2,))
    for name in ("DDP", "fully_shard", "tensor parallel"):
        for batch_size in (64, 256):
            same, held, traffic = measure(name, rank, mesh, batch_size)
            if rank == 0:
                travels = ", ".join(f"{kind} {mib:.1f}" for kind, mib in traffic.items())
                print(f"{name:15} batch {batch_size:3}: same outputs {same}, holds {held:.1f} MiB, travels: {travels}")
    dist.destroy_process_group()


if __name__ == "__main__":
    start_method = "fork" if sys.platform == "linux" else "spawn"  # fork starts faster, spawn runs everywhere
    with tempfile.TemporaryDirectory() as folder:
        meeting = (Path(folder) / "meeting").as_uri()  # file://...: the processes find each other here
        mp.start_processes(worker, args=(meeting,), nprocs=2, start_method=start_method)
# > DDP             batch  64: same outputs True, holds 32.0 MiB, travels: all-reduce 8.0
# > DDP             batch 256: same outputs True, holds 32.0 MiB, travels: all-reduce 8.0
# > fully_shard     batch  64: same outputs True, holds 16.0 MiB, travels: all-gather 16.0, reduce-scatter 8.0
# > fully_shard     batch 256: same outputs True, holds 16.0 MiB, travels: all-gather 16.0, reduce-scatter 8.0
# > tensor parallel batch  64: same outputs True, holds 16.0 MiB, travels: all-reduce 0.5
# > tensor parallel batch 256: same outputs True, holds 16.0 MiB, travels: all-reduce 2.0
# --8<-- [end:run]
