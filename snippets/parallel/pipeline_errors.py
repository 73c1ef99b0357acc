# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a pipeline says to a batch with fewer rows than it has micro-batches."""

import torch
import torch.distributed as dist
from torch import nn
from torch.distributed.pipelining import PipelineStage, Schedule1F1B, ScheduleGPipe

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
print(tuple(schedule.step(torch.randn(8, 4)).shape))
# > (8, 2)
# --8<-- [end:too-few-rows]

# --8<-- [start:schedules]
for schedule_class in (ScheduleGPipe, Schedule1F1B):
    torch.manual_seed(0)
    stage = PipelineStage(nn.Linear(4, 2), 0, 1, torch.device("cpu"))
    schedule = schedule_class(stage, n_microbatches=4, loss_fn=nn.MSELoss())
    losses = []
    schedule.step(torch.ones(8, 4), target=torch.zeros(8, 2), losses=losses)
    print(
        f"{schedule_class.__name__}: {[round(loss.item(), 4) for loss in losses]}"
    )
# > ScheduleGPipe: [0.2624, 0.2624, 0.2624, 0.2624]
# > Schedule1F1B: [0.2624, 0.2624, 0.2624, 0.2624]
# --8<-- [end:schedules]

dist.destroy_process_group()
