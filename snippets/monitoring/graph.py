# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "tensorboard>=2.20"]
#
# [tool.tbe]
# claims = ["err.tb-add-graph"]
# ///
"""add_graph(): the model is run once with an example and traced."""

import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import nn
from torch.utils.tensorboard import SummaryWriter

# --8<-- [start:write]
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))

with SummaryWriter("runs/graph") as writer:
    writer.add_graph(model, torch.zeros(1, 64))
# ! FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.

events = EventAccumulator("runs/graph").Reload()
for node in events.Graph().node:
    if node.op in ("aten::linear", "aten::relu"):
        print(f"{node.op:12} in {node.name.rpartition('/')[0]}")
# > aten::linear in Sequential/Linear[0]
# > aten::relu   in Sequential/ReLU[1]
# > aten::linear in Sequential/Linear[2]
# --8<-- [end:write]

# --8<-- [start:misfit]
with SummaryWriter("runs/misfit") as writer:
    try:
        writer.add_graph(model, torch.zeros(1, 63))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > addmm: mat1 and mat2 shapes cannot be multiplied (1x63 and 64x32)
# > Error occurs, No graph saved
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1x63 and 64x32)
# <= 2.14
# > mat1 and mat2 shapes cannot be multiplied (1x63 and 64x32)
# > Error occurs, No graph saved
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x63 and 64x32)
# --8<-- [end:misfit]
