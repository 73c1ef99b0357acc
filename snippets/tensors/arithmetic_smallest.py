# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Operators work element by element; a reduction removes the dimension it is given."""

# --8<-- [start:answer]
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # (2, 3)
row_sums = x.sum(dim=1, keepdim=True)  # (2, 3) -> (2, 1)
# --8<-- [end:answer]

# --8<-- [start:smallest]
print(f"{x * 10=}")
# > x * 10=tensor([[10., 20., 30.],
# >         [40., 50., 60.]])
print(f"{x.sum()=}")
# > x.sum()=tensor(21.)
print(f"{x.sum(dim=0)=}")  # (2, 3) -> (3,)
# > x.sum(dim=0)=tensor([5., 7., 9.])
print(f"{x.sum(dim=1)=}")  # (2, 3) -> (2,)
# > x.sum(dim=1)=tensor([ 6., 15.])
print(f"{row_sums=}")  # with keepdim=True: (2, 3) -> (2, 1)
# > row_sums=tensor([[ 6.],
# >         [15.]])
# --8<-- [end:smallest]
