# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""The script for two hosts; started with plain python it plays both hosts on this one."""

import os
import socket
import subprocess
import sys
from datetime import timedelta

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
from torch import nn
from torch.nn.parallel import DistributedDataParallel


# --8<-- [start:train]
def main(steps=3):
    dist.init_process_group("gloo", timeout=timedelta(seconds=20))
    rank, world_size = dist.get_rank(), dist.get_world_size()
    host = f"host {os.environ['GROUP_RANK']}, rank {rank}"

    torch.manual_seed(0)  # the same data and weights on every host
    inputs = torch.randn(64, 3)
    targets = inputs @ torch.tensor([[1.0], [-2.0], [0.5]])
    criterion = nn.MSELoss()
    alone = nn.Linear(3, 1)  # sees the whole batch
    model = nn.Linear(3, 1)  # sees a share of it
    model.load_state_dict(alone.state_dict())
    model = DistributedDataParallel(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    share = slice(rank, None, world_size)  # every second row, with two ranks

    criterion(alone(inputs), targets).backward()
    for step in range(steps):
        model.train()  # 1 training mode
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs[share]), targets[share])  # 3 forward and loss
        loss.backward()  # 4 gradients
        if step == 0:
            for name, each in ("average", model.module), ("whole batch", alone):
                gradient = [round(grad, 4) for grad in each.weight.grad[0].tolist()]
                print(f"{host}: {name:11} {gradient}")
        optimizer.step()  # 5 update
        if step < 3:
            print(f"{host}: step {step}, own loss {loss.item():.4f}", flush=True)
    dist.destroy_process_group()


# --8<-- [end:train]
# --8<-- [start:start]
if __name__ == "__main__":
    if "RANK" in os.environ:  # torchrun has started this process
        main(*map(int, sys.argv[1:]))
    else:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]  # a free one
        torchrun = [sys.executable, "-m", "torch.distributed.run", "--nnodes=2"]
        meet = ["--master-addr=127.0.0.1", f"--master-port={port}"]
        hosts = [
            subprocess.Popen(
                [*torchrun, *meet, f"--node-rank={number}", __file__],
                env={"OMP_NUM_THREADS": "1", **os.environ},
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            for number in range(2)
        ]
        for host in hosts:
            print(host.communicate()[0], end="")
        print("exit codes:", *(host.returncode for host in hosts))
# > host 0, rank 0: average     [-1.9892, 3.0447, -1.2836]
# > host 0, rank 0: whole batch [-1.9892, 3.0447, -1.2836]
# > host 0, rank 0: step 0, own loss 5.2906
# > host 0, rank 0: step 1, own loss 3.5819
# > host 0, rank 0: step 2, own loss 2.4933
# > host 1, rank 1: average     [-1.9892, 3.0447, -1.2836]
# > host 1, rank 1: whole batch [-1.9892, 3.0447, -1.2836]
# > host 1, rank 1: step 0, own loss 5.5391
# > host 1, rank 1: step 1, own loss 3.7129
# > host 1, rank 1: step 2, own loss 2.5484
# > exit codes: 0 0
# --8<-- [end:start]
