# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["train.without-zero-grad-loss-adds"]
# ///
"""backward() adds to .grad: the gradients pile up, the loss does not."""

# --8<-- [start:pile-up]
import torch

w = torch.tensor([1.0], requires_grad=True)

for batch in range(3):
    loss = (w * 3).sum()  # d loss / d w = 3, every time
    loss.backward()
    print(f"batch {batch}: loss={loss.item()} grad={w.grad.item()}")
# > batch 0: loss=3.0 grad=3.0
# > batch 1: loss=3.0 grad=6.0
# > batch 2: loss=3.0 grad=9.0
# --8<-- [end:pile-up]

# --8<-- [start:twice]
w = torch.tensor([1.0], requires_grad=True)
loss = (w * 3 + w * 4).sum()  # w stands in it twice
loss.backward()
print(w.grad)
# > tensor([7.])
# --8<-- [end:twice]
