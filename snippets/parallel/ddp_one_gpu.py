# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# claims = ["ddp.set-device", "err.not-destroyed-warning"]
# ///
"""DDP on a GPU: set the device before anything else, name it once more in device_ids, destroy the group at the end."""

import subprocess
import sys
import tempfile
from pathlib import Path

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

# --8<-- [start:device]
rank = 0  # under torchrun: int(os.environ["LOCAL_RANK"])
torch.cuda.set_device(rank)  # "cuda" means this GPU from here on
store = Path(tempfile.mkdtemp(), "store").as_uri()
dist.init_process_group("nccl", init_method=store, rank=rank, world_size=1)

model = nn.Linear(2, 1).cuda(rank)
ddp = DistributedDataParallel(model, device_ids=[rank])
ddp(torch.ones(1, 2, device="cuda")).sum().backward()
print(f"{torch.cuda.current_device()=} {ddp.device_ids=}")
print(f"{model.weight.grad.tolist()=}")
dist.destroy_process_group()
# --8<-- [end:device]

# --8<-- [start:not-destroyed]
SCRIPT = """
import torch, torch.distributed as dist
torch.cuda.set_device(0)
store = "file://" + __file__ + ".store"
dist.init_process_group("nccl", init_method=store, rank=0, world_size=1)
dist.all_reduce(torch.ones(1, device="cuda"))
"""
script = Path("not_destroyed.py").resolve()
script.write_text(SCRIPT)
run = subprocess.run([sys.executable, script], capture_output=True, text=True)
message = "destroy_process_group() was not called before program exit"
print(f"{message}: {message in run.stderr}")
# --8<-- [end:not-destroyed]
