# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""gather along dim=0: the column stays, the index says which row."""

import torch

# --8<-- [start:both]
x = torch.tensor([[1, 2], [3, 4], [5, 6]])  # (3, 2)
index = torch.tensor([[0, 2], [1, 0]])  # (2, 2)
rows = x.gather(0, index)  # rows[i][j] = x[index[i][j]][j]
print(rows)
# > tensor([[1, 6],
# >         [3, 2]])
columns = x.gather(1, index % 2)  # columns[i][j] = x[i][(index % 2)[i][j]]
print(columns)
# > tensor([[1, 1],
# >         [4, 3]])
print([[x[index[i, j], j].item() for j in range(2)] for i in range(2)])
# > [[1, 6], [3, 2]]
# --8<-- [end:both]
