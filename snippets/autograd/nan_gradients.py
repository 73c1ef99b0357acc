# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.anomaly-nan"]
# ///
"""A gradient is NaN although the loss is a number: the operation is found, and its input kept away."""

import torch

# --8<-- [start:nan]
x = torch.tensor([0.0, 4.0], requires_grad=True)
loss = (x.sqrt() * torch.tensor([0.0, 1.0])).sum()
loss.backward()
print(f"{loss.item()=} {x.grad=}")
# > loss.item()=2.0 x.grad=tensor([   nan, 0.2500])
# --8<-- [end:nan]

# --8<-- [start:anomaly]
try:
    with torch.autograd.set_detect_anomaly(True):
        (x.sqrt() * torch.tensor([0.0, 1.0])).sum().backward()
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.
# ! UserWarning: Error detected in SqrtBackward0. Traceback of forward call that caused the error:
# --8<-- [end:anomaly]

# --8<-- [start:fixed]
x.grad = None
(x.clamp(min=1e-12).sqrt() * torch.tensor([0.0, 1.0])).sum().backward()
print(f"{x.grad=}")
# > x.grad=tensor([0.0000, 0.2500])
# --8<-- [end:fixed]


# --8<-- [start:causes]
def show(name, function, value):
    x = torch.tensor(value, requires_grad=True)
    output = function(x)
    output.sum().backward()
    values = [round(number, 2) for number in output.flatten().tolist()]
    slopes = [round(number, 2) for number in x.grad.tolist()]
    print(f"{name:20} {values} gradient {slopes}")


zero, two, hidden = [0.0], [0.0, 0.0], [float("-inf")] * 2
show("log(0)", torch.log, zero)
# > log(0)               [-inf] gradient [inf]
show("0 / 0", lambda x: x / x, zero)
# > 0 / 0                [nan] gradient [nan]
show("distance by sqrt", lambda x: x.square().sum().sqrt(), two)
# > distance by sqrt     [0.0] gradient [nan, nan]
show("where around log", lambda x: torch.where(x > 0, x.log(), 0.0), zero)
# > where around log     [0.0] gradient [nan]
show("softmax, all masked", lambda x: x.softmax(0), hidden)
# > softmax, all masked  [nan, nan] gradient [nan, nan]
show("std of one value", torch.std, zero)
# > std of one value     [nan] gradient [nan]
# ! UserWarning: std(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor (input numel divided by output numel).
# --8<-- [end:causes]

# --8<-- [start:causes-fixed]
show("log of clamp", lambda x: x.clamp(min=1e-6).log(), zero)
# > log of clamp         [-13.82] gradient [0.0]
show("x / clamped x", lambda x: x / x.clamp(min=1e-6), zero)
# > x / clamped x        [0.0] gradient [1000000.0]
show("torch.linalg.norm", torch.linalg.norm, two)
# > torch.linalg.norm    [0.0] gradient [0.0, 0.0]
show(
    "where inside as well",
    lambda x: torch.where(x > 0, torch.where(x > 0, x, 1.0).log(), 0.0),
    zero,
)
# > where inside as well [0.0] gradient [0.0]
# --8<-- [end:causes-fixed]
