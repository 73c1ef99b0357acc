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
    return nn.Sequential(nn.Linear(1024, 1024, bias=False), nn.ReLU(), nn.Linear(1024, 1024, bias=False))


def state_mib(make_optimizer):
    model = build()
    optimizer = make_optimizer(model.parameters())
    model(torch.randn(4, 1024)).pow(2).mean().backward()
    optimizer.step()  # the state appears at the first step
    kinds = {
        "parameters": list(model.parameters()),
        "gradients": [p.grad for p in model.parameters()],
        "optimizer": [t for state in optimizer.state.values() for t in state.values() if t is not None],
    }
    return {kind: sum(t.nbytes for t in tensors) / MIB for kind, tensors in kinds.items()}


OPTIMIZERS = {
    "SGD": lambda params: torch.optim.SGD(params, lr=0.1),
    "SGD with momentum": lambda params: torch.optim.SGD(params, lr=0.1, momentum=0.9),
    "Adam": lambda params: torch.optim.Adam(params),
}
print(f"{sum(p.numel() for p in build().parameters()):,} parameters of 4 bytes, in MiB:")
# > 2,097,152 parameters of 4 bytes, in MiB:
for name, make_optimizer in OPTIMIZERS.items():
    mib = state_mib(make_optimizer)
    print(f"{name:18}", *(f"{kind} {size:4.1f} " for kind, size in mib.items()), f"sum {sum(mib.values()):.1f}")
# > SGD                parameters  8.0  gradients  8.0  optimizer  0.0  sum 16.0
# > SGD with momentum  parameters  8.0  gradients  8.0  optimizer  8.0  sum 24.0
# > Adam               parameters  8.0  gradients  8.0  optimizer 16.0  sum 32.0
# --8<-- [end:states]


# --8<-- [start:activations]
def activation_mib(batch_size):
    model, kept = build(), {}
    weights = {p.data_ptr() for p in model.parameters()}

    def note(tensor):
        if tensor.data_ptr() not in weights:
            kept[tensor.data_ptr()] = tensor.nbytes  # by address: two layers may keep the same tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        model(torch.randn(batch_size, 1024)).pow(2).mean()
    return sum(kept.values()) / MIB


for batch_size in (512, 1024, 2048):
    print(f"batch {batch_size:4}: forward keeps {activation_mib(batch_size):4.1f} MiB for backward")
# > batch  512: forward keeps  6.0 MiB for backward
# > batch 1024: forward keeps 12.0 MiB for backward
# > batch 2048: forward keeps 24.0 MiB for backward
# --8<-- [end:activations]
