# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# timeout = 240
# figures = ["fsdp_memory.svg"]
# ///
"""What a process holds with DDP and with fully_shard: states, the gathered layer, and the activations that nobody shards."""

import torch
from torch import nn
from torch.distributed.fsdp import fully_shard
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch


# --8<-- [start:held]
def mib(tensors):
    local = [t.to_local() if hasattr(t, "to_local") else t for t in tensors]
    return sum(t.numel() * t.element_size() for t in local) / 2**20


def held(rank, way):
    model = nn.Sequential(*(nn.Linear(512, 512, bias=False) for _ in range(4)))
    if way == "DDP":
        model = DistributedDataParallel(model)
    else:
        for layer in model:
            fully_shard(layer)
        fully_shard(model)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.randn(8, 512)).sum().backward()
    optimizer.step()
    parameters = list(model.parameters())
    states = [t for state in optimizer.state.values() for t in state.values()]
    return {
        "parameters": mib(parameters),
        "gradients": mib([p.grad for p in parameters]),
        "Adam": mib([t for t in states if t.numel() > 1]),
    }


# --8<-- [end:held]


# --8<-- [start:between]
def between(rank, reshard_after_forward, each_layer=True):
    model = nn.Sequential(*(nn.Linear(512, 512, bias=False) for _ in range(4)))
    during, seen = [], []

    def before(*_):
        during.append(mib(model.parameters()))

    def after(*_):
        seen.append(mib(model.parameters()))

    for layer in model:
        if each_layer:
            fully_shard(layer, reshard_after_forward=reshard_after_forward)
        layer.register_forward_pre_hook(before)  # after those of fully_shard
        layer.register_forward_hook(after)
    fully_shard(model, reshard_after_forward=reshard_after_forward)
    saved = []
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: saved.append(t) or t, lambda t: t
    ):
        model(torch.randn(1024, 512))
    activations = [t for t in saved if t.shape[0] == 1024]
    return during, seen, mib(model.parameters()), mib(activations)


# --8<-- [end:between]


# --8<-- [start:run]
def worker(rank):
    reports = {way: held(rank, way) for way in ("DDP", "fully_shard")}
    gathered = {reshard: between(rank, reshard) for reshard in (True, False)}
    return reports, gathered, between(rank, True, each_layer=False)


if __name__ == "__main__":
    reports, gathered, one_unit = launch(worker, 2)[0]  # those of rank 0
    for way, report in reports.items():
        print(f"{way}: {report} MiB, {sum(report.values())} in all")
    for reshard, (during, seen, end, activations) in gathered.items():
        print(f"reshard_after_forward={reshard}")
        print(f"  weights during each layer: {during} MiB, after it: {seen} MiB")
        print(
            f"  in the end: {end} MiB, activations for backward: {activations} MiB"
        )
    print(f"only the outermost call: weights during each layer {one_unit[0]} MiB")
# > DDP: {'parameters': 4.0, 'gradients': 4.0, 'Adam': 8.0} MiB, 16.0 in all
# > fully_shard: {'parameters': 2.0, 'gradients': 2.0, 'Adam': 4.0} MiB, 8.0 in all
# > reshard_after_forward=True
# >   weights during each layer: [2.5, 2.5, 2.5, 2.5] MiB, after it: [2.0, 2.0, 2.0, 2.0] MiB
# >   in the end: 2.0 MiB, activations for backward: 8.0 MiB
# > reshard_after_forward=False
# >   weights during each layer: [2.5, 3.0, 3.5, 4.0] MiB, after it: [2.5, 3.0, 3.5, 4.0] MiB
# >   in the end: 4.0 MiB, activations for backward: 8.0 MiB
# > only the outermost call: weights during each layer [4.0, 4.0, 4.0, 4.0] MiB
# --8<-- [end:run]

# --8<-- [start:figure]
if __name__ == "__main__":
    import matplotlib.pyplot as plt  # the workers do not need it

    figure, axes = plt.subplots(figsize=(4.6, 1.9))
    colours = {"parameters": "#1c7ed6", "gradients": "#f08c00", "Adam": "#868e96"}
    for row, report in enumerate(reports.values()):
        left = 0.0
        for name, size in report.items():
            label = name if row == 0 else None
            axes.barh(row, size, left=left, color=colours[name], label=label)
            left += size
    axes.set_yticks([0, 1], list(reports))
    axes.invert_yaxis()
    axes.set_xlabel("MiB held by each process")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(ncols=3, frameon=False, loc="lower center", bbox_to_anchor=(0.4, 1))
    figure.savefig("fsdp_memory.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
