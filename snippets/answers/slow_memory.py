# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["slow_memory.svg"]
# ///
"""Memory without a message: what grows from batch to batch, what del does not free, which batch is the large one."""

# --8<-- [start:answer]
import gc

import torch


def alive():
    """MiB of the CPU tensors that Python can see, each storage counted once."""
    gc.collect()
    tensors = [
        item for item in gc.get_objects() if issubclass(type(item), torch.Tensor)
    ]
    storages = [tensor.untyped_storage() for tensor in tensors]
    sizes = {storage.data_ptr(): storage.nbytes() for storage in storages}
    return sum(sizes.values()) / 2**20


# --8<-- [end:answer]

from torch import nn

# --8<-- [start:grows]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 1))
cell = nn.GRUCell(64, 64)
criterion = nn.MSELoss()
inputs, targets = torch.randn(4096, 64), torch.randn(4096, 1)


def append_loss(kept, detach):
    loss = criterion(model(inputs), targets)
    kept.append(loss.item() if detach else loss)


def append_outputs(kept, detach):
    logits = model(inputs)
    kept.append(logits.detach().clone() if detach else logits)


def sum_of_losses(kept, detach):
    loss = criterion(model(inputs), targets)
    kept[:] = [sum(kept) + (loss.item() if detach else loss)]


def hidden_state(kept, detach):
    hidden = cell(inputs, kept[0] if kept else None)
    hidden.pow(2).mean().backward(retain_graph=not detach)
    kept[:] = [hidden.detach() if detach else hidden]


def hook(kept, detach):
    def keep(module, args, output):
        kept.append(output.detach().mean() if detach else output)

    handle = model[0].register_forward_hook(keep)
    criterion(model(inputs), targets).backward()
    handle.remove()


def retain_graph(kept, detach):
    loss = criterion(model(inputs), targets)
    loss.backward(retain_graph=not detach)


def growth(step, detach):
    kept, sizes = [], []
    for _ in range(4):
        step(kept, detach)
        sizes.append(alive())
    return " ".join(f"{size - sizes[0]:5.1f}" for size in sizes)


print("MiB more than after batch 1, in 4 batches | the same after the change")
# > MiB more than after batch 1, in 4 batches | the same after the change
for step in (
    append_loss,
    append_outputs,
    sum_of_losses,
    hidden_state,
    hook,
    retain_graph,
):
    growth(step, True)  # gradients are made
    print(f"{step.__name__:14} | {growth(step, False)} | {growth(step, True)}")
# > append_loss    |   0.0   1.0   2.1   3.1 |   0.0   0.0   0.0   0.0
# > append_outputs |   0.0   1.0   2.0   3.0 |   0.0   0.0   0.0   0.0
# > sum_of_losses  |   0.0   1.0   2.0   3.0 |   0.0   0.0   0.0   0.0
# > hidden_state   |   0.0   1.0   2.0   3.0 |   0.0   0.0   0.0   0.0
# > hook           |   0.0   1.0   2.0   3.0 |   0.0   0.0   0.0   0.0
# > retain_graph   |   0.0   0.0   0.0   0.0 |   0.0   0.0   0.0   0.0
# --8<-- [end:grows]

# --8<-- [start:unseen]
logits = torch.zeros(1024, 1024, requires_grad=True)
classes = torch.zeros(1024, dtype=torch.long)
before = alive()
losses = [nn.functional.cross_entropy(logits, classes) for _ in range(4)]
print(f"four losses kept: {alive() - before:.1f} MiB more in Python's tensors")
# > four losses kept: 0.0 MiB more in Python's tensors
saved = [loss.grad_fn._saved_self for loss in losses]  # the log-probabilities
print(f"in their graphs: {sum(tensor.nbytes for tensor in saved) / 2**20:.1f} MiB")
# > in their graphs: 16.0 MiB
# --8<-- [end:unseen]
del logits, classes, losses, saved

# --8<-- [start:figure]
import matplotlib.pyplot as plt


def curve(step, detach, batches=10):
    kept, sizes = [], []
    for _ in range(batches):
        step(kept, detach)
        sizes.append(alive())
    return [size - sizes[0] for size in sizes]


figure, axes = plt.subplots(figsize=(4.8, 2.4), layout="constrained")
axes.plot(range(1, 11), curve(append_loss, False), "o-", label="append(loss)")
axes.plot(
    range(1, 11), curve(append_loss, True), "s--", label="append(loss.item())"
)
axes.set(xlabel="batch", ylabel="MiB since batch 1")
axes.legend()
figure.savefig("slow_memory.svg")
# --8<-- [end:figure]


# --8<-- [start:del]
def held(make):
    """MiB that stay after `del tensor`, and after the holder is gone too."""
    before = alive()
    tensor = torch.zeros(1024, 1024)  # 4 MiB
    holder = make(tensor)
    del tensor
    left = alive() - before
    del holder
    return f"{left:.1f} | {alive() - before:.1f}"


def failed(tensor):
    try:
        return tensor @ torch.zeros(3)
    except RuntimeError as error:
        return error  # as a notebook keeps the last one


print("nobody          |", held(lambda tensor: None))
# > nobody          | 0.0 | 0.0
print("a second name   |", held(lambda tensor: [tensor]))
# > a second name   | 4.0 | 0.0
print("one row of it   |", held(lambda tensor: tensor[0]))
# > one row of it   | 4.0 | 0.0
print("a copy of a row |", held(lambda tensor: tensor[0].clone()))
# > a copy of a row | 0.0 | 0.0
print("a NumPy array   |", held(lambda tensor: tensor.numpy()))
# > a NumPy array   | 4.0 | 0.0
print("a closure       |", held(lambda tensor: lambda: tensor.sum()))
# > a closure       | 4.0 | 0.0
print("an exception    |", held(failed))
# > an exception    | 4.0 | 0.0
# --8<-- [end:del]

# --8<-- [start:longest]
generator = torch.Generator().manual_seed(0)
lengths = torch.randint(5, 40, (64,), generator=generator)
lengths[37] = 400  # one long text
for name, order in (
    ("as they come", torch.arange(64)),
    ("sorted", lengths.argsort()),
):
    sizes = [len(part) * int(lengths[part].max()) for part in order.split(8)]
    print(f"{name:12} {sizes} together {sum(sizes)}")
# > as they come [280, 304, 224, 272, 3200, 304, 296, 232] together 5112
# > sorted       [72, 104, 128, 176, 208, 240, 272, 3200] together 4400
short = lengths.clamp(max=64)
sizes = [8 * int(part.max()) for part in short.split(8)]
print(f"{'cut at 64':12} {sizes} together {sum(sizes)}")
# > cut at 64    [280, 304, 224, 272, 512, 304, 296, 232] together 2424
# --8<-- [end:longest]
