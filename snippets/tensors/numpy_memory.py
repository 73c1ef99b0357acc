# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""from_numpy() and numpy() share memory: a change on one side shows on the other."""

import numpy as np
import torch
from torch import nn

# --8<-- [start:shared]
array = np.array([1.0, 2.0, 3.0])
x = torch.from_numpy(array)

x.mul_(10)  # in place
print(f"{array=}")
# > array=array([10., 20., 30.])
x = x + 1  # a new tensor, the tie is cut
print(f"{array=}")
# > array=array([10., 20., 30.])
# --8<-- [end:shared]

# --8<-- [start:back]
weight = nn.Linear(2, 1, bias=False).weight
nn.init.ones_(weight)

view = weight.detach().numpy()
view *= 5
print(f"{weight.tolist()=}")  # the model changed, too
# > weight.tolist()=[[5.0, 5.0]]
copy = weight.detach().numpy().copy()
copy *= 5
print(f"{weight.tolist()=}")
# > weight.tolist()=[[5.0, 5.0]]
# --8<-- [end:back]

# --8<-- [start:which]
array = np.zeros(3, dtype=np.float32)
ways = {
    "from_numpy": torch.from_numpy(array),
    "as_tensor": torch.as_tensor(array),
    "as_tensor, another dtype": torch.as_tensor(array, dtype=torch.float64),
    "from_numpy(...).double()": torch.from_numpy(array).double(),
    "tensor": torch.tensor(array),
}
array[0] = 1
for name, tensor in ways.items():
    print(f"{name:25} {'shares' if tensor[0] == 1 else 'copied'}")
# > from_numpy                shares
# > as_tensor                 shares
# > as_tensor, another dtype  copied
# > from_numpy(...).double()  copied
# > tensor                    copied
# --8<-- [end:which]
