# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a pipeline says to a batch with fewer rows than it has micro-batches."""

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
print(tuple(schedule.step(torch.randn(8, 4)).shape))
# > (8, 2)
dist.destroy_process_group()
# --8<-- [end:too-few-rows]
