# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""An in-place operation shows under every name that shares the memory."""

import torch


# --8<-- [start:function]
def centered(batch):
    batch -= batch.mean()  # changes the caller's tensor
    return batch


def centered_safely(batch):
    return batch - batch.mean()


heights = torch.tensor([150.0, 170.0, 190.0])
print(f"{centered_safely(heights)=}, {heights=}")
# > centered_safely(heights)=tensor([-20.,   0.,  20.]), heights=tensor([150., 170., 190.])
print(f"{centered(heights)=}, {heights=}")
# > centered(heights)=tensor([-20.,   0.,  20.]), heights=tensor([-20.,   0.,  20.])
# --8<-- [end:function]


# --8<-- [start:epochs]
def scaled(pixels):
    pixels /= 255
    return pixels


image = torch.tensor([0.0, 51.0, 255.0])
for epoch in range(2):
    print(f"{epoch=}: {[round(value, 4) for value in scaled(image).tolist()]}")
# > epoch=0: [0.0, 0.2, 1.0]
# > epoch=1: [0.0, 0.0008, 0.0039]
# --8<-- [end:epochs]

# --8<-- [start:view]
x = torch.ones(2, 3)
x[0].zero_()  # a row is a view
print(f"{x=}")
# > x=tensor([[0., 0., 0.],
# >         [1., 1., 1.]])
x[[1]].zero_()  # a list of rows is a copy, and it is lost
print(f"{x=}")
# > x=tensor([[0., 0., 0.],
# >         [1., 1., 1.]])
# --8<-- [end:view]

# --8<-- [start:history]
w = torch.tensor([1.0])
history, copies = [], []
for _ in range(3):
    w *= 2
    history.append(w)  # the same tensor three times
    copies.append(w.clone())
print(f"{history=}")
# > history=[tensor([8.]), tensor([8.]), tensor([8.])]
print(f"{copies=}")
# > copies=[tensor([2.]), tensor([4.]), tensor([8.])]
# --8<-- [end:history]
