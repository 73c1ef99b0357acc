# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Batches that do not divide: fewer rows than micro-batches, and pieces of different size."""

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.pipelining import PipelineStage, ScheduleGPipe

# --8<-- [start:too-few-rows]
# A group of one process and a pipeline of one stage, to try things.
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
stage = PipelineStage(nn.Linear(4, 2), 0, 1, torch.device("cpu"))
schedule = ScheduleGPipe(stage, n_microbatches=4)
try:
    schedule.step(torch.randn(2, 4))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: Expecting 4 arg_mbs but got 2
schedule = ScheduleGPipe(stage, n_microbatches=4, loss_fn=nn.MSELoss())
try:
    schedule.step(torch.randn(2, 4), target=torch.randn(2, 2))
except (AssertionError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: Tensor size 2 is smaller than num_chunks
schedule = ScheduleGPipe(stage, n_microbatches=4)
print(tuple(schedule.step(torch.randn(8, 4)).shape))
# > (8, 2)
# --8<-- [end:too-few-rows]

# --8<-- [start:uneven]
for rows in (8, 6):  # four pieces of 2, or pieces of 2, 2, 1 and 1
    torch.manual_seed(0)
    layer, criterion = nn.Linear(4, 2), nn.MSELoss()
    inputs, targets = torch.randn(rows, 4), torch.randn(rows, 2)
    criterion(layer(inputs), targets).backward()
    expected = layer.weight.grad.clone()

    layer.zero_grad()
    stage = PipelineStage(layer, 0, 1, torch.device("cpu"))
    schedule = ScheduleGPipe(stage, n_microbatches=4, loss_fn=criterion)
    schedule.step(inputs, target=targets)
    same = torch.allclose(layer.weight.grad, expected, atol=1e-6)
    print(f"{rows} rows in 4 pieces: the gradient of the batch: {same}")
# > 8 rows in 4 pieces: the gradient of the batch: True
# > 6 rows in 4 pieces: the gradient of the batch: False
# --8<-- [end:uneven]

dist.destroy_process_group()
