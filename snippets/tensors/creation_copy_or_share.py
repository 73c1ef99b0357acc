# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""torch.tensor copies; torch.as_tensor and torch.from_numpy keep the array's memory."""

import numpy as np
import torch

# --8<-- [start:copy]
array = np.array([1.0, 2.0, 3.0])
copied = torch.tensor(array)
shared = torch.as_tensor(array)
also_shared = torch.from_numpy(array)

array[0] = 100
print(f"{copied=}")
# > copied=tensor([1., 2., 3.], dtype=torch.float64)
print(f"{shared=}")
# > shared=tensor([100.,   2.,   3.], dtype=torch.float64)
print(f"{also_shared=}")
# > also_shared=tensor([100.,   2.,   3.], dtype=torch.float64)
# --8<-- [end:copy]

# --8<-- [start:from-tensor]
x = torch.ones(2, requires_grad=True)
copy = x.detach().clone()
same = torch.as_tensor(x)

print(f"{copy.requires_grad=}, {copy.data_ptr() == x.data_ptr()=}")
# > copy.requires_grad=False, copy.data_ptr() == x.data_ptr()=False
print(f"{same is x=}")
# > same is x=True
# --8<-- [end:from-tensor]
