# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 240
# claims = ["two.torchrun-failure"]
# ///
"""A worker dies once: torchrun starts all of them again, and they go on from the checkpoint."""

# --8<-- [start:train]
import os
import subprocess
import sys
from pathlib import Path

import torch
import torch.distributed as dist
import torch.distributed.nn  # before the group, or its threads outlive it
from torch import nn
from torch.distributed.elastic.multiprocessing.errors import record
from torch.nn.parallel import DistributedDataParallel

CHECKPOINT = Path("checkpoint.pt")


@record  # brings the traceback into torchrun's report
def main(failing_epoch):
    dist.init_process_group("gloo")
    rank, world_size = dist.get_rank(), dist.get_world_size()
    attempt = int(os.environ["TORCHELASTIC_RESTART_COUNT"])

    torch.manual_seed(0)
    inputs = torch.randn(64, 3)
    targets = inputs @ torch.tensor([[1.0], [-2.0], [0.5]])
    model, criterion = nn.Linear(3, 1), nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    first = 0
    if CHECKPOINT.exists():  # every rank reads it
        state = torch.load(CHECKPOINT)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["epoch"] + 1
    ddp = DistributedDataParallel(model)

    for epoch in range(first, 5):
        if attempt == 0 and epoch == failing_epoch and rank == 0:
            raise RuntimeError("rank 0 has had enough")
        ddp.train()  # 1 training mode
        optimizer.zero_grad()  # 2 clear the old gradients
        outputs = ddp(inputs[rank::world_size])  # 3 forward
        loss = criterion(outputs, targets[rank::world_size])  # 3 and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        mean = loss.detach() / world_size
        dist.all_reduce(mean)  # the sum of all ranks
        if rank == 0:  # one rank writes, in one go
            state = {"model": model.state_dict(), "epoch": epoch}
            state["optimizer"] = optimizer.state_dict()
            torch.save(state, "checkpoint.tmp")
            os.replace("checkpoint.tmp", CHECKPOINT)
            print(
                f"attempt {attempt}, epoch {epoch}: loss {mean.item():.4f}",
                flush=True,
            )
        dist.barrier()  # nobody goes on before it is written
    dist.destroy_process_group()


if "RANK" in os.environ:  # torchrun has started this process
    main(int(sys.argv[1]))
    sys.exit()
# --8<-- [end:train]


# --8<-- [start:restart]
def torchrun(failing_epoch, *options):
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--nproc-per-node=2", *options, __file__, str(failing_epoch)]
    fresh = {"TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}  # a new store each attempt
    one_thread = {"OMP_NUM_THREADS": "1", **fresh, **os.environ}
    CHECKPOINT.unlink(missing_ok=True)
    done = subprocess.run(command, env=one_thread, capture_output=True, text=True)
    print(done.stdout + f"exit code {done.returncode}")
    return done.stderr.splitlines()


messages = torchrun(2, "--max-restarts=1")
# > attempt 0, epoch 0: loss 5.4148
# > attempt 0, epoch 1: loss 4.4804
# > attempt 1, epoch 2: loss 3.0536
# > attempt 1, epoch 3: loss 1.6768
# > attempt 1, epoch 4: loss 0.7566
# > exit code 0
# --8<-- [end:restart]

# --8<-- [start:unbroken]
messages = torchrun(-1)  # nobody fails
# > attempt 0, epoch 0: loss 5.4148
# > attempt 0, epoch 1: loss 4.4804
# > attempt 0, epoch 2: loss 3.0536
# > attempt 0, epoch 3: loss 1.6768
# > attempt 0, epoch 4: loss 0.7566
# > exit code 0
# --8<-- [end:unbroken]

# --8<-- [start:failed]
messages = torchrun(2)  # --max-restarts is 0 unless you say otherwise
# > attempt 0, epoch 0: loss 5.4148
# > attempt 0, epoch 1: loss 4.4804
# > exit code 1
report = messages[messages.index("Root Cause (first observed failure):") :]
for line in report:
    if line.strip().startswith(("Root", "rank", "exitcode", "RuntimeError")):
        print(line)
# > Root Cause (first observed failure):
# >   rank      : 0 (local_rank: 0)
# ~   exitcode  : 1 (pid: 49)
# >   RuntimeError: rank 0 has had enough
# --8<-- [end:failed]
