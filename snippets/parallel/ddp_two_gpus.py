# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 2
# claims = ["ddp.set-device", "two.syncbn-cpu"]
# ///
"""One process a GPU: each rank keeps to its own device, and SyncBatchNorm counts the samples of both."""

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch


# --8<-- [start:worker]
def worker(rank):
    here = torch.cuda.current_device()  # launch has called set_device(rank)
    model = nn.BatchNorm1d(1, momentum=1.0)
    model = nn.SyncBatchNorm.convert_sync_batchnorm(model).cuda(rank)
    ddp = DistributedDataParallel(model, device_ids=[rank])
    ddp(torch.full((4, 1), 10.0 * (rank + 1), device="cuda"))
    return f"device {here}, {model.weight.device}, mean {model.running_mean.item()}"


if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2, backend="nccl")):
        print(f"rank {rank}: {report}")
# --8<-- [end:worker]
