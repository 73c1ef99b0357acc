# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["mis.batch-size-global"]
# ///
"""A whole training script for torchrun; started with plain python it starts torchrun on itself."""

import os
import subprocess
import sys

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset


# --8<-- [start:train]
def main():
    use_gpu = torch.cuda.is_available()
    dist.init_process_group("nccl" if use_gpu else "gloo")
    rank, world_size = dist.get_rank(), dist.get_world_size()
    local_rank = int(os.environ["LOCAL_RANK"])  # the number on this machine
    device = torch.device(f"cuda:{local_rank}" if use_gpu else "cpu")
    if use_gpu:
        torch.cuda.set_device(device)

    torch.manual_seed(0)
    inputs = torch.randn(64, 3)
    dataset = TensorDataset(inputs, inputs @ torch.tensor([[1.0], [-2.0], [0.5]]))
    sampler = DistributedSampler(dataset)
    loader = DataLoader(dataset, batch_size=8, sampler=sampler)
    model = nn.Linear(3, 1).to(device)
    model = DistributedDataParallel(
        model, device_ids=[local_rank] if use_gpu else None
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    criterion = nn.MSELoss()

    for epoch in range(4):
        model.train()
        sampler.set_epoch(epoch)
        total = torch.zeros(2, device=device)  # sum of losses, samples
        for batch, targets in loader:
            batch, targets = batch.to(device), targets.to(device)
            optimizer.zero_grad()
            loss = criterion(model(batch), targets)
            loss.backward()
            optimizer.step()
            total += torch.tensor([loss.item() * len(batch), len(batch)]).to(device)
        dist.all_reduce(total)
        if rank == 0:
            mean = total[0].item() / total[1].item()
            print(f"epoch {epoch}: mean loss {mean:.4f}, {int(total[1])} samples")
    if rank == 0:
        step = f"{len(batch)} x {world_size} = {len(batch) * world_size}"
        print(f"{len(loader)} steps an epoch, {step} samples a step")
        torch.save(model.module.state_dict(), "model.pt")
    dist.destroy_process_group()


# --8<-- [end:train]
# --8<-- [start:start]
if __name__ == "__main__":
    if "RANK" in os.environ:  # torchrun has started this process
        main()
    else:
        torchrun = [sys.executable, "-m", "torch.distributed.run"]
        command = [*torchrun, "--standalone", "--nproc-per-node=2", __file__]
        one_thread = {"OMP_NUM_THREADS": "1", **os.environ}
        subprocess.run(command, check=True, env=one_thread)
# > epoch 0: mean loss 3.4825, 64 samples
# > epoch 1: mean loss 0.9280, 64 samples
# > epoch 2: mean loss 0.2945, 64 samples
# > epoch 3: mean loss 0.1196, 64 samples
# > 4 steps an epoch, 8 x 2 = 16 samples a step
# --8<-- [end:start]
