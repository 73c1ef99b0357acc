# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.sample-trailing-dot", "dp.sample-no-zero-grad", "dp.loss-mean"]
# ///
"""A sample that many notes share: the stray dot, the loss that has no mean to take, and the missing zero_grad()."""

import torch
from torch import nn

# --8<-- [start:dot]
SAMPLE = """
parallel_model = nn.DataParallel(model)
predictions = parallel_model(inputs). # Forward pass on multi-GPUs
loss = loss_function(predictions, labels)
loss.mean().backward() # Average GPU-losses + backward pass
optimizer.step() # Optimizer step
predictions = parallel_model(inputs) # Forward pass with new parameters
"""
try:
    compile(SAMPLE, "sample.py", "exec")
except SyntaxError as error:
    print(f"{type(error).__name__}: {error.msg}, line {error.lineno - 1}")
# > SyntaxError: invalid syntax, line 2
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
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def train(clear):
    torch.manual_seed(0)
    model = nn.Linear(2, 1, bias=False).to(device)
    parallel_model = nn.DataParallel(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    inputs = torch.ones(4, 2, device=device)
    gradients = []
    for _ in range(3):
        if clear:
            optimizer.zero_grad()
        predictions = parallel_model(inputs)  # (batch, 1)
        loss = predictions.mean()
        loss.backward()  # one loss: nothing to average
        optimizer.step()
        gradients.append(model.weight.grad[0, 0].item())
    return gradients


for clear in (False, True):
    print(f"zero_grad {clear!s:5}: gradients {train(clear)}")
# > zero_grad False: gradients [1.0, 2.0, 3.0]
# > zero_grad True : gradients [1.0, 1.0, 1.0]
# --8<-- [end:zero-grad]
