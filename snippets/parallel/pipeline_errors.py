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
dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)  # a group of one, to try things
stage = PipelineStage(nn.Linear(4, 2), stage_index=0, num_stages=1, device=torch.device("cpu"))
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
