# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What fills the memory of a training, in bytes: weights, gradients, optimizer state, and what forward keeps."""

import torch
from torch import nn

# --8<-- [start:smallest]
MIB = 2**20
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def make_model():
    torch.manual_seed(0)
    layers = []
    for _ in range(8):
        layers += [nn.Linear(256, 256), nn.GELU()]
    return nn.Sequential(*layers, nn.Linear(256, 10)).to(device)


def kept_by_forward(model, inputs):
    """Bytes that the graph keeps for backward(), each storage once."""
    there = {
        tensor.untyped_storage().data_ptr()
        for tensor in (inputs, *model.parameters())
    }
    kept = {}

    def note(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in there:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        loss = model(inputs).square().mean()
    return loss, sum(kept.values())


for size in (64, 256, 1024):
    model = make_model()
    optimizer = torch.optim.AdamW(model.parameters())
    loss, activations = kept_by_forward(
        model, torch.randn(size, 256, device=device)
    )
    loss.backward()
    optimizer.step()
    weights = sum(p.nbytes for p in model.parameters())
    gradients = sum(p.grad.nbytes for p in model.parameters())
    state = sum(
        value.nbytes
        for values in optimizer.state.values()
        for name, value in values.items()
        if name != "step"  # a counter of 4 bytes for each parameter tensor
    )
    print(
        f"batch {size:4}: weights {weights / MIB:.1f}, gradients {gradients / MIB:.1f},"
        f" optimizer {state / MIB:.1f}, activations {activations / MIB:4.1f} MiB"
    )
# > batch   64: weights 2.0, gradients 2.0, optimizer 4.0, activations  1.0 MiB
# > batch  256: weights 2.0, gradients 2.0, optimizer 4.0, activations  4.0 MiB
# > batch 1024: weights 2.0, gradients 2.0, optimizer 4.0, activations 16.0 MiB
# --8<-- [end:smallest]

# --8<-- [start:formula]
parameters = sum(p.numel() for p in model.parameters())
print(f"{(weights + gradients + state) / parameters=}")  # bytes for each parameter
# > (weights + gradients + state) / parameters=16.0
for billions in (0.1, 1, 7):
    print(f"{billions:3} billion parameters: {16 * billions:5.1f} GB")
# > 0.1 billion parameters:   1.6 GB
# >   1 billion parameters:  16.0 GB
# >   7 billion parameters: 112.0 GB
# --8<-- [end:formula]


# --8<-- [start:other]
def bytes_a_parameter(make_optimizer, dtype=torch.float32, frozen=0):
    model = make_model().to(dtype)
    model[:frozen].requires_grad_(False)
    optimizer = make_optimizer([p for p in model.parameters() if p.requires_grad])
    model(
        torch.randn(4, 256, device=device, dtype=dtype)
    ).square().mean().backward()
    optimizer.step()
    held = list(model.parameters())
    held += [p.grad for p in model.parameters() if p.grad is not None]
    for values in optimizer.state.values():
        held += [v for v in values.values() if v is not None and v.dim() > 0]
    return sum(tensor.nbytes for tensor in held) / parameters


def adamw(parameters):
    return torch.optim.AdamW(parameters)


print(f"SGD                       {bytes_a_parameter(torch.optim.SGD):5.2f}")
# > SGD                        8.00
momentum = bytes_a_parameter(lambda p: torch.optim.SGD(p, momentum=0.9))
print(f"SGD with momentum         {momentum:5.2f}")
# > SGD with momentum         12.00
print(f"AdamW                     {bytes_a_parameter(adamw):5.2f}")
# > AdamW                     16.00
print(f"Adafactor                 {bytes_a_parameter(torch.optim.Adafactor):5.2f}")
# > Adafactor                  8.05
frozen = bytes_a_parameter(adamw, frozen=8)
print(f"AdamW, half of it frozen  {frozen:5.2f}")
# > AdamW, half of it frozen  10.03
half = bytes_a_parameter(adamw, dtype=torch.bfloat16)
print(f"AdamW, bfloat16 weights   {half:5.2f}")
# > AdamW, bfloat16 weights    8.00
# --8<-- [end:other]

# --8<-- [start:autocast]
for size in (64, 1024):
    model, inputs = make_model(), torch.randn(size, 256, device=device)
    _, whole = kept_by_forward(model, inputs)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        _, mixed = kept_by_forward(model, inputs)
    print(f"batch {size:4}: {whole / MIB:4.1f} and {mixed / MIB:.1f} MiB")
# > batch   64:  1.0 and 1.4 MiB
# > batch 1024: 16.0 and 9.4 MiB
# --8<-- [end:autocast]
