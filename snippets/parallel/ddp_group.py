# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.13"]
#
# [tool.tbe]
# claims = [
#     "ddp.init-process-group", "ddp.device-count-spawn", "ddp.name-spaced", "ddp.debice-ids", "two.syncbn-cpu",
#     "err.ddp-not-initialised", "err.init-twice", "err.ddp-nothing-to-train", "err.nccl-no-gpu", "err.init-no-env", "err.rank-missing",
#     "err.address-in-use", "two.ddp-unused-parameters",
# ]
# ///
"""A process group of one process: enough to see what joining means and every message that needs no second process."""

import os
import socket
import tempfile
from datetime import timedelta
from pathlib import Path

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
import torch.multiprocessing as mp
from torch import nn
from torch.nn.parallel import DistributedDataParallel

# Hide the GPUs: the messages are those of a laptop.
os.environ["CUDA_VISIBLE_DEVICES"] = ""
folder = tempfile.mkdtemp()


def store(name):
    return Path(folder, name).as_uri()


# --8<-- [start:not-initialised]
try:
    DistributedDataParallel(nn.Linear(1, 1))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
# --8<-- [end:not-initialised]

# --8<-- [start:no-env]
try:
    dist.init_process_group("gloo")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set
# --8<-- [end:no-env]

# --8<-- [start:missing]
try:
    dist.init_process_group(
        "gloo",
        init_method=store("missing"),
        rank=0,
        world_size=2,  # and nobody starts rank 1
        timeout=timedelta(seconds=1),
    )
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Wait timeout
# --8<-- [end:missing]

# --8<-- [start:in-use]
with socket.create_server(("127.0.0.1", 0)) as other:  # some other program
    address = f"tcp://127.0.0.1:{other.getsockname()[1]}"
    try:
        dist.init_process_group("gloo", init_method=address, rank=0, world_size=1)
    except dist.DistNetworkError as error:
        print(f"{type(error).__name__}: ...{str(error).rpartition(',')[2]}")
# > DistNetworkError: ... message: address already in use
# --8<-- [end:in-use]

# --8<-- [start:nccl]
try:
    dist.init_process_group("nccl", init_method=store("nccl"), rank=0, world_size=1)
except (ValueError, RuntimeError) as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: nccl2 requires at least one CUDA device
# <= 2.14
# > ValueError: ProcessGroupNCCL is only supported with GPUs, no GPUs found!
# --8<-- [end:nccl]

# --8<-- [start:join]
# a group of one, to look at; under torchrun "gloo" or "nccl" is enough
dist.init_process_group("gloo", init_method=store("group"), rank=0, world_size=1)
model = DistributedDataParallel(nn.Linear(1, 1))
print(f"{dist.get_backend()=} {dist.get_rank()=} {dist.get_world_size()=}")
# > dist.get_backend()='gloo' dist.get_rank()=0 dist.get_world_size()=1
# --8<-- [end:join]

# --8<-- [start:twice]
try:
    dist.init_process_group(
        "gloo", init_method=store("again"), rank=0, world_size=1
    )
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: trying to initialize the default process group twice!
print(f"{dist.is_initialized()=}")  # ask before you join
# > dist.is_initialized()=True
# --8<-- [end:twice]

# --8<-- [start:names]
model = nn.Linear(1, 1)
print(type(DistributedDataParallel(model)).__name__)
# > DistributedDataParallel
for build in (
    lambda: nn.DistributedDataParallel(model),
    lambda: DistributedDataParallel(model, debice_ids=[0]),
    lambda: DistributedDataParallel(model, device_ids=[0]),
):
    try:
        build()
    except (AttributeError, TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {str(error).split(', but')[0]}")
# > AttributeError: module 'torch.nn' has no attribute 'DistributedDataParallel'
# > TypeError: DistributedDataParallel.__init__() got an unexpected keyword argument 'debice_ids'
# > ValueError: DistributedDataParallel device_ids and output_device arguments only work with single-device/multiple-device GPU modules or CPU modules
# --8<-- [end:names]

# --8<-- [start:options]
for options in (
    {"static_graph": True},
    {"gradient_as_bucket_view": True},
    {"forward_sync_buffers": False},  # torch 2.13 and later
):
    ddp = DistributedDataParallel(nn.BatchNorm1d(1), **options)
    ddp(torch.ones(4, 1)).sum().backward()
    print(f"{options}: a step")
# > {'static_graph': True}: a step
# > {'gradient_as_bucket_view': True}: a step
# > {'forward_sync_buffers': False}: a step
# --8<-- [end:options]

# --8<-- [start:nothing]
frozen = nn.Linear(1, 1).requires_grad_(False)
try:
    DistributedDataParallel(frozen)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient.
# --8<-- [end:nothing]


# --8<-- [start:unused]
class TwoHeads(nn.Module):
    def __init__(self):
        super().__init__()
        self.used, self.spare = nn.Linear(1, 1), nn.Linear(1, 1)

    def forward(self, inputs):
        return self.used(inputs)


for find in (False, True):
    ddp = DistributedDataParallel(TwoHeads(), find_unused_parameters=find)
    try:
        for _ in range(2):
            ddp(torch.ones(1, 1)).sum().backward()
        print(f"find_unused_parameters={find}: two steps done")
    except RuntimeError as error:
        print(f"find_unused_parameters={find}: {str(error).split('. ')[0]}")
# > find_unused_parameters=False: Expected to have finished reduction in the prior iteration before starting a new one
# > find_unused_parameters=True: two steps done
# --8<-- [end:unused]


# --8<-- [start:unused-output]
class TwoOutputs(TwoHeads):
    def forward(self, inputs):
        return self.used(inputs), self.spare(inputs)


ddp = DistributedDataParallel(TwoOutputs())
try:
    for _ in range(2):
        first, second = ddp(torch.ones(1, 1))
        first.sum().backward()  # the second output is in no loss
    print("two steps done")
except RuntimeError as error:
    print(str(error).split(". ")[0])
    print(next(line for line in str(error).splitlines() if "indices" in line))
# > Expected to have finished reduction in the prior iteration before starting a new one
# > Parameter indices which did not receive grad for rank 0: 2 3
names = [name for name, _ in ddp.named_parameters()]
print("2 and 3 are", names[2:])
# > 2 and 3 are ['module.spare.weight', 'module.spare.bias']
# --8<-- [end:unused-output]

# --8<-- [start:syncbn]
synced = nn.SyncBatchNorm.convert_sync_batchnorm(nn.BatchNorm1d(1))
try:
    synced(torch.ones(4, 1))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: SyncBatchNorm expected input tensor to be on GPU or XPU or privateuseone
print("in eval():", tuple(synced.eval()(torch.ones(4, 1)).shape))
# > in eval(): (4, 1)
# --8<-- [end:syncbn]

dist.destroy_process_group()

# --8<-- [start:count]
count = torch.cuda.device_count()
print(f"{count=} {mp.spawn(print, nprocs=count)=}")
# > count=0 mp.spawn(print, nprocs=count)=None
# --8<-- [end:count]
