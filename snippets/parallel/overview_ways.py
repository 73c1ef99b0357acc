# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mgpu.two-ways-offered", "mp.distinguish", "mis.gpu-count-one-process"]
# ///
"""What PyTorch offers today, and what a data parallel wrapper changes in your code."""

# --8<-- [start:offered]
import inspect
import os

import torch
from torch import nn
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.pipelining import PipelineStage, ScheduleGPipe
from torch.distributed.tensor.parallel import parallelize_module
from torch.nn.parallel import (
    DataParallel,
    DistributedDataParallel,
    parallel_apply,
)

for way in (DataParallel, DistributedDataParallel, fully_shard):
    print(way.__name__)
# > DataParallel
# > DistributedDataParallel
# > fully_shard
for way in (parallelize_module, PipelineStage, ScheduleGPipe):
    print(way.__name__)
# > parallelize_module
# > PipelineStage
# > ScheduleGPipe
advice = "recommended to use :class:`~torch.nn.parallel.DistributedDataParallel`"
print("its own documentation says so:", advice in DataParallel.__doc__)
# > its own documentation says so: True
# --8<-- [end:offered]

# --8<-- [start:one-idea]
source = inspect.getsource(parallel_apply)
print("DataParallel starts threads:", "threading.Thread(" in source)
# > DataParallel starts threads: True
parameters = inspect.signature(DistributedDataParallel).parameters
print("DDP takes a process group:", "process_group" in parameters)
# > DDP takes a process group: True
# --8<-- [end:one-idea]

# --8<-- [start:wrapper]
model = nn.Linear(2, 1)
model.classes = ["cat", "dog"]
parallel_model = DataParallel(model)

print(parallel_model.module.classes)
# > ['cat', 'dog']
try:
    print(parallel_model.classes)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'DataParallel' object has no attribute 'classes'
# --8<-- [end:wrapper]


# --8<-- [start:no-group]
def tensor_parallel(model):  # parallelize_module needs a mesh
    return parallelize_module(model, init_device_mesh("cpu", (1,)))


def pipeline(model):
    return PipelineStage(model, 0, 1, torch.device("cpu"))


for way in (DistributedDataParallel, pipeline, fully_shard, tensor_parallel):
    try:
        way(model)
    except ValueError as error:
        print(f"{way.__name__}\n{type(error).__name__}: {error}")
# > DistributedDataParallel
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
# > pipeline
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
# > fully_shard
# > ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set
# > tensor_parallel
# > ValueError: Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set

os.environ["RANK"] = "0"  # torchrun sets it, and nobody joins the group
try:
    DistributedDataParallel(model)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Default process group has not been initialized, please make sure to call init_process_group.
# --8<-- [end:no-group]
