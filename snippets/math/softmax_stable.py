# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""exp() overflows, log(0) is minus infinity: softmax avoids both."""

import torch

# --8<-- [start:overflow]
z = torch.tensor([1000.0, 999.0])
print(f"{z.exp()=}")
# > z.exp()=tensor([inf, inf])
print(f"by hand {z.exp() / z.exp().sum()}")
# > by hand tensor([nan, nan])
shifted = z - z.max()
print(f"shifted {shifted.exp() / shifted.exp().sum()}")
# > shifted tensor([0.7311, 0.2689])
print(f"{z.softmax(dim=0)=}")
# > z.softmax(dim=0)=tensor([0.7311, 0.2689])
# --8<-- [end:overflow]

# --8<-- [start:log]
z = torch.tensor([200.0, 0.0], requires_grad=True)
for name, log_p in {
    "softmax().log()": z.softmax(dim=0).log(),
    "log_softmax()": z.log_softmax(dim=0),
}.items():
    loss = -log_p[1]  # class 1 is right
    (grad,) = torch.autograd.grad(loss, z)
    print(f"{name:15}: {loss.item()=} {grad=}")
# > softmax().log(): loss.item()=inf grad=tensor([nan, nan])
# > log_softmax()  : loss.item()=200.0 grad=tensor([ 1., -1.])
# --8<-- [end:log]

# --8<-- [start:logsumexp]
z = torch.tensor([2.0, 1.0, 0.1])
print(f"{z - z.logsumexp(dim=0)=}")
# > z - z.logsumexp(dim=0)=tensor([-0.4170, -1.4170, -2.3170])
print(f"{z.log_softmax(dim=0)=}")
# > z.log_softmax(dim=0)=tensor([-0.4170, -1.4170, -2.3170])
# --8<-- [end:logsumexp]

# --8<-- [start:order]
z = torch.tensor([0.0, 1e-9])
print(f"{z.argmax().item()=} {z.softmax(dim=0).argmax().item()=}")
# > z.argmax().item()=1 z.softmax(dim=0).argmax().item()=0
print(f"{z.softmax(dim=0)=}")
# > z.softmax(dim=0)=tensor([0.5000, 0.5000])
# --8<-- [end:order]
