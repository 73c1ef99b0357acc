# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where the memory of training goes: parameters, gradients, optimizer state and what forward keeps for backward."""

import torch
from torch import nn

# --8<-- [start:states]
MIB = 2**20


def build():
    torch.manual_seed(0)
    first, second = (nn.Linear(1024, 1024, bias=False) for _ in range(2))
    return nn.Sequential(first, nn.ReLU(), second)


def state_mib(make_optimizer):
    model = build()
    optimizer = make_optimizer(model.parameters())
    model(torch.randn(4, 1024)).pow(2).mean().backward()
    optimizer.step()  # the state appears at the first step
    parameters = list(model.parameters())
    gradients = [p.grad for p in parameters]
    states = [state for p in parameters for state in optimizer.state[p].values()]
    kept = [state for state in states if state is not None]
    return [sum(t.nbytes for t in ts) / MIB for ts in (parameters, gradients, kept)]


OPTIMIZERS = {
    "SGD": lambda params: torch.optim.SGD(params, lr=0.1),
    "momentum": lambda params: torch.optim.SGD(params, lr=0.1, momentum=0.9),
    "Adam": lambda params: torch.optim.Adam(params),
}
count = sum(p.numel() for p in build().parameters())
print(f"{count:,} parameters of 4 bytes, in MiB:")
# > 2,097,152 parameters of 4 bytes, in MiB:
for name, make_optimizer in OPTIMIZERS.items():
    p, g, s = state_mib(make_optimizer)
    total = p + g + s
    print(
        f"{name:8} weights {p:.1f} + gradients {g:.1f} + state {s:4.1f} = {total:.1f}"
    )
# > SGD      weights 8.0 + gradients 8.0 + state  0.0 = 16.0
# > momentum weights 8.0 + gradients 8.0 + state  8.0 = 24.0
# > Adam     weights 8.0 + gradients 8.0 + state 16.0 = 32.0
# --8<-- [end:states]


# --8<-- [start:activations]
def activation_mib(batch_size):
    model, kept = build(), {}
    weights = {p.data_ptr() for p in model.parameters()}

    def note(tensor):
        if tensor.data_ptr() not in weights:
            # By address: two layers may keep the same tensor.
            kept[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        model(torch.randn(batch_size, 1024)).pow(2).mean()
    return sum(kept.values()) / MIB


for batch_size in (512, 1024, 2048):
    mib = activation_mib(batch_size)
    print(f"batch {batch_size:4}: forward keeps {mib:4.1f} MiB for backward")
# > batch  512: forward keeps  6.0 MiB for backward
# > batch 1024: forward keeps 12.0 MiB for backward
# > batch 2048: forward keeps 24.0 MiB for backward
# --8<-- [end:activations]
