# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 2
# ///
"""fully_shard on two GPUs: the highest memory use with and without it, and with the shards kept on the CPU."""

import torch
from torch import nn
from torch.distributed.fsdp import CPUOffloadPolicy, fully_shard

from torchbyexample.ddp import launch


# --8<-- [start:gpu]
def worker(rank, way):
    model = nn.Sequential(*(nn.Linear(4096, 4096) for _ in range(8)))
    if way == "whole":
        model.cuda()
    else:
        options = {"offload_policy": CPUOffloadPolicy()} if way == "offload" else {}
        for layer in model:
            fully_shard(layer, **options)
        fully_shard(model, **options)
    optimizer = torch.optim.AdamW(model.parameters())
    for _ in range(2):
        optimizer.zero_grad()
        model(torch.randn(64, 4096, device="cuda")).sum().backward()
        optimizer.step()
    return torch.cuda.max_memory_allocated() // 2**20


if __name__ == "__main__":
    for way in ("whole", "sharded", "offload"):
        print(f"{way}: {launch(worker, 2, way, backend='cpu:gloo,cuda:nccl')} MiB")
# --8<-- [end:gpu]
