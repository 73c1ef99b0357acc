# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=1.26"]
#
# [tool.tbe]
# claims = ["two.pipeline-cpu"]
# timeout = 180
# alone = true
# ///
"""torch.distributed.pipelining on two processes: the same outputs and gradients as one process, in less time than one piece."""

import sys
import tempfile
import time
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn
from torch.distributed.pipelining import PipelineStage, Schedule1F1B, ScheduleGPipe

DEVICE = torch.device("cpu")


# --8<-- [start:train]
def train_step(rank, schedule_class):
    torch.manual_seed(0)
    first, second = nn.Sequential(nn.Linear(4, 8), nn.ReLU()), nn.Linear(8, 2)
    inputs, targets = torch.randn(8, 4), torch.randn(8, 2)

    # Each process makes a stage of its own part. The schedule cuts the batch.
    part = first if rank == 0 else second
    stage = PipelineStage(part, stage_index=rank, num_stages=2, device=DEVICE)
    schedule = schedule_class(stage, n_microbatches=4, loss_fn=nn.MSELoss())
    step, losses = schedule.step, []
    outputs = step(inputs) if rank == 0 else step(target=targets, losses=losses)
    gradients = [p.grad.clone() for p in part.parameters()]

    # The same step in one process, to compare.
    part.zero_grad()
    expected = second(first(inputs))
    nn.functional.mse_loss(expected, targets).backward()
    pairs = zip(gradients, part.parameters(), strict=True)
    same = all(torch.allclose(g, p.grad, atol=1e-6) for g, p in pairs)
    report = f"same gradients {same}"
    if rank == 0:
        return f"{report}, outputs {outputs}"
    same = torch.allclose(outputs, expected, atol=1e-6)
    return f"{report}, same outputs {same}, {len(losses)} losses"


# --8<-- [end:train]


# --8<-- [start:time]
class Slow(nn.Linear):
    def forward(self, inputs):
        time.sleep(0.05 * len(inputs))  # a stage that needs 50 ms for one row
        return super().forward(inputs)


def forward_seconds(rank, pieces):
    stage = PipelineStage(Slow(4, 4), rank, 2, DEVICE)
    schedule = ScheduleGPipe(stage, n_microbatches=pieces)
    batch = [torch.randn(8, 4)] if rank == 0 else []
    with torch.no_grad():
        schedule.step(*batch)  # the first step also finds out the shapes
        dist.barrier()
        start = time.perf_counter()
        schedule.step(*batch)
        dist.barrier()
    return time.perf_counter() - start


# --8<-- [end:time]


# --8<-- [start:run]
def worker(rank, meeting):
    dist.init_process_group("gloo", meeting, rank=rank, world_size=2)
    reports = {}
    for schedule_class in (ScheduleGPipe, Schedule1F1B):
        both = [None, None]
        dist.all_gather_object(both, train_step(rank, schedule_class))
        reports[schedule_class.__name__] = both
    seconds = {pieces: forward_seconds(rank, pieces) for pieces in (1, 8)}
    if rank == 0:
        for name, both in reports.items():
            for r, report in enumerate(both):
                print(f"{name}, rank {r}: {report}")
        print(f"8 micro-batches are faster: {seconds[8] < seconds[1]}")
        print(f"1 piece {seconds[1]:.2f} s, 8 pieces {seconds[8]:.2f} s")
    dist.destroy_process_group()


if __name__ == "__main__":
    # fork starts faster, spawn runs everywhere
    start = "fork" if sys.platform == "linux" else "spawn"
    with tempfile.TemporaryDirectory() as folder:
        meeting = Path(folder, "meeting").as_uri()  # where they find each other
        mp.start_processes(worker, (meeting,), nprocs=2, start_method=start)
# > ScheduleGPipe, rank 0: same gradients True, outputs None
# > ScheduleGPipe, rank 1: same gradients True, same outputs True, 4 losses
# > Schedule1F1B, rank 0: same gradients True, outputs None
# > Schedule1F1B, rank 1: same gradients True, same outputs True, 4 losses
# > 8 micro-batches are faster: True
# ~ 1 piece 0.82 s, 8 pieces 0.58 s
# --8<-- [end:run]
