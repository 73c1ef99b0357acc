# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Factory functions make a tensor from its shape alone."""

import torch

# --8<-- [start:constant]
print(f"{torch.zeros(2, 3)=}")
# > torch.zeros(2, 3)=tensor([[0., 0., 0.],
# >         [0., 0., 0.]])
print(f"{torch.ones(2, 3)=}")
# > torch.ones(2, 3)=tensor([[1., 1., 1.],
# >         [1., 1., 1.]])
print(f"{torch.full((2, 3), 7)=}")  # the dtype follows the value
# > torch.full((2, 3), 7)=tensor([[7, 7, 7],
# >         [7, 7, 7]])
print(f"{torch.full((2, 3), 7.0)=}")
# > torch.full((2, 3), 7.0)=tensor([[7., 7., 7.],
# >         [7., 7., 7.]])
print(f"{torch.eye(2)=}")
# > torch.eye(2)=tensor([[1., 0.],
# >         [0., 1.]])
# --8<-- [end:constant]

# --8<-- [start:like]
labels = torch.tensor([2, 0, 1])
weights = torch.ones(2, 2, dtype=torch.float64)

print(f"{torch.zeros_like(labels)=}")
# > torch.zeros_like(labels)=tensor([0, 0, 0])
print(f"{torch.full_like(labels, 9)=}")
# > torch.full_like(labels, 9)=tensor([9, 9, 9])
print(f"{torch.zeros_like(labels, dtype=torch.float32)=}")
# > torch.zeros_like(labels, dtype=torch.float32)=tensor([0., 0., 0.])
print(f"{torch.rand_like(weights).dtype=}")
# > torch.rand_like(weights).dtype=torch.float64
print(f"{weights.new_zeros(3).dtype=}")  # its dtype and device, another shape
# > weights.new_zeros(3).dtype=torch.float64
# --8<-- [end:like]

# --8<-- [start:empty]
torch.use_deterministic_algorithms(True)  # fills unwritten memory with NaN
print(f"{torch.empty(3)=}")
# > torch.empty(3)=tensor([nan, nan, nan])
print(f"{torch.Tensor(3)=}")
# > torch.Tensor(3)=tensor([nan, nan, nan])
torch.use_deterministic_algorithms(False)
# --8<-- [end:empty]
