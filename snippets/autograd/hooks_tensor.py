# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A tensor's hook sees its gradient on the way through, and may replace it."""

import torch

# --8<-- [start:see]
w = torch.tensor([2.0], requires_grad=True)
hidden = w * 3
hidden.register_hook(lambda gradient: print(f"gradient of hidden: {gradient}"))

(hidden**2).sum().backward()
# > gradient of hidden: tensor([12.])
print(f"{w.grad=}")
# > w.grad=tensor([36.])
# --8<-- [end:see]

# --8<-- [start:replace]
w.grad = None
hidden = w * 3
hidden.register_hook(lambda gradient: gradient.clamp(-1, 1))
(hidden**2).sum().backward()
print(f"{w.grad=}")
# > w.grad=tensor([3.])
# --8<-- [end:replace]

# --8<-- [start:clip]
for batches in (1, 2):  # before one step: the gradients add up
    clipped = torch.tensor([2.0], requires_grad=True)
    clipped.register_hook(lambda gradient: gradient.clamp(-1, 1))
    by_function = torch.tensor([2.0], requires_grad=True)
    for _ in range(batches):
        (clipped * 5).sum().backward()
        (by_function * 5).sum().backward()
    torch.nn.utils.clip_grad_value_([by_function], 1.0)
    print(f"{batches}: hook {clipped.grad}, clip_grad_value_ {by_function.grad}")
# > 1: hook tensor([1.]), clip_grad_value_ tensor([1.])
# > 2: hook tensor([2.]), clip_grad_value_ tensor([1.])
# --8<-- [end:clip]
