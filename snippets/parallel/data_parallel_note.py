# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.sample-trailing-dot", "dp.sample-no-zero-grad", "dp.loss-mean"]
# ///
"""The note's sample, line by line: the stray dot, the loss that has no mean to take, and the missing zero_grad()."""

import torch
from torch import nn

# --8<-- [start:dot]
line = "predictions = parallel_model(inputs). # Forward pass on multi-GPUs"
try:
    compile(line, "note.py", "exec")
except SyntaxError as error:
    print(f"{type(error).__name__}: {error.msg}")
# > SyntaxError: invalid syntax
# --8<-- [end:dot]

# --8<-- [start:mean]
outputs, labels = torch.ones(4, 1), torch.zeros(4, 1)
# Outside the wrapper: the outputs are joined already.
loss = nn.functional.mse_loss(outputs, labels)
changed = loss.mean().item() != loss.item()
print(f"loss {tuple(loss.shape)}, mean() changes it: {changed}")
# > loss (), mean() changes it: False
# --8<-- [end:mean]

# --8<-- [start:losses]
per_gpu = torch.tensor([1.0, 3.0], requires_grad=True)  # one loss from each GPU
try:
    per_gpu.backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: grad can be implicitly created only for scalar outputs
loss = per_gpu.mean()
loss.backward()
print(f"loss {loss.item()}, each GPU's loss counts {per_gpu.grad.tolist()}")
# > loss 2.0, each GPU's loss counts [0.5, 0.5]
# --8<-- [end:losses]

# --8<-- [start:zero-grad]
device = "cuda:0" if torch.cuda.is_available() else "cpu"
inputs = torch.ones(1, 2, device=device)


def steps(clear):
    torch.manual_seed(0)
    model = nn.Linear(2, 1, bias=False).to(device)
    parallel_model = nn.DataParallel(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    first = parallel_model(inputs).item()
    for _ in range(3):
        if clear:
            optimizer.zero_grad()
        parallel_model(inputs).sum().backward()
        optimizer.step()
    # The wrapper sees the new weights.
    change = parallel_model(inputs).item() - first
    return model.weight.grad.tolist(), change


for clear in (False, True):
    gradient, change = steps(clear)
    print(f"zero_grad {clear!s:5}: gradient {gradient}, moved by {change:.1f}")
# > zero_grad False: gradient [[3.0, 3.0]], moved by -1.2
# > zero_grad True : gradient [[1.0, 1.0]], moved by -0.6
# --8<-- [end:zero-grad]
