# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.fill_"]
# ///
"""fill_ overwrites the tensor itself and returns it; full makes a new one."""

# --8<-- [start:answer]
import torch

a = torch.zeros(2, 3)
a.fill_(3)
print(a)
# > tensor([[3., 3., 3.],
# >         [3., 3., 3.]])
# --8<-- [end:answer]

# --8<-- [start:smallest]
a = torch.zeros(2, 3)
address = a.data_ptr()
result = a.fill_(3)

print(f"{a=}")
# > a=tensor([[3., 3., 3.],
# >         [3., 3., 3.]])
print(f"{result is a=}, {a.data_ptr() == address=}")
# > result is a=True, a.data_ptr() == address=True
# --8<-- [end:smallest]

# --8<-- [start:full]
print(f"{torch.equal(a, torch.full((2, 3), 3.0))=}")
# > torch.equal(a, torch.full((2, 3), 3.0))=True
print(f"{torch.full_like(a, 3).data_ptr() == a.data_ptr()=}")
# > torch.full_like(a, 3).data_ptr() == a.data_ptr()=False
print(f"{torch.zeros(2, dtype=torch.int64).fill_(3.7)=}")  # the dtype stays
# > torch.zeros(2, dtype=torch.int64).fill_(3.7)=tensor([3, 3])
# --8<-- [end:full]
