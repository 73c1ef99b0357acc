# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorboard>=2.20"]
#
# [tool.tbe]
# timeout = 120
# ///
"""TensorBoard shows nothing, or the wrong thing: the folder, the buffer, two runs in one folder, a port in use."""

import socket

from tensorboard import program
from tensorboard.backend.event_processing.event_multiplexer import (
    EventMultiplexer,
)
from torch.utils.tensorboard import SummaryWriter


# --8<-- [start:nothing]
def seen(logdir):  # what `tensorboard --logdir` finds: the runs and their scalars
    found = EventMultiplexer().AddRunsFromDirectory(logdir).Reload()
    return {run: kinds["scalars"] for run, kinds in sorted(found.Runs().items())}


with SummaryWriter("runs/a") as writer:
    writer.add_scalar("loss", 1.0, 0)
empty = SummaryWriter("runs/b")  # opened, and nothing logged yet
print(f"the folder above:  {seen('runs')}")
# > the folder above:  {'a': ['loss'], 'b': []}
print(f"the run's folder:  {seen('runs/a')}")
# > the run's folder:  {'.': ['loss']}
print(f"a folder too deep: {seen('runs/a/a')}")
# > a folder too deep: {}
print(f"misspelt:          {seen('run')}")
# > misspelt:          {}
empty.close()
# --8<-- [end:nothing]

# --8<-- [start:one-folder]
for lr in (0.1, 0.2):
    with SummaryWriter("mixed", filename_suffix=f".{lr}") as writer:
        for step in range(2):
            writer.add_scalar("loss", lr, step)
    with SummaryWriter(f"sorted/lr_{lr}") as writer:
        for step in range(2):
            writer.add_scalar("loss", lr, step)

for folder in ("mixed", "sorted"):
    found = EventMultiplexer().AddRunsFromDirectory(folder).Reload()
    for run in sorted(found.Runs()):
        points = [(p.step, round(p.value, 1)) for p in found.Scalars(run, "loss")]
        print(f"{folder}: run {run!r} {points}")
# > mixed: run '.' [(0, 0.1), (1, 0.1), (0, 0.2), (1, 0.2)]
# > sorted: run 'lr_0.1' [(0, 0.1), (1, 0.1)]
# > sorted: run 'lr_0.2' [(0, 0.2), (1, 0.2)]
# --8<-- [end:one-folder]

# --8<-- [start:port]
from tensorboard.plugins.core.core_plugin import DEFAULT_PORT

print(f"{DEFAULT_PORT=}")
# > DEFAULT_PORT=6006
taken = socket.create_server(("127.0.0.1", 0))  # another TensorBoard, say
port = taken.getsockname()[1]
board = program.TensorBoard()
address = ["--host", "127.0.0.1", "--port", str(port)]
board.configure(argv=["tensorboard", "--logdir", "runs", *address])
try:
    board.launch()
except program.TensorBoardPortInUseError as error:
    print(f"{type(error).__name__}: {error}")
# ~ TensorBoardPortInUseError: TensorBoard could not bind to port 43367, it was already in use
taken.close()
# --8<-- [end:port]
