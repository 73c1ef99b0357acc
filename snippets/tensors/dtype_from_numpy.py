# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""NumPy's floats are float64, PyTorch's are float32."""

import numpy as np
import torch

# --8<-- [start:inputs]
table = np.array([[0.5, 1.5], [2.5, 3.5]])
print(f"{torch.from_numpy(table).dtype=}")
# > torch.from_numpy(table).dtype=torch.float64
print(f"{torch.from_numpy(table).float().dtype=}")
# > torch.from_numpy(table).float().dtype=torch.float32
print(f"{torch.tensor(table.tolist()).dtype=}")  # Python floats become float32
# > torch.tensor(table.tolist()).dtype=torch.float32
labels = np.array([0, 2])  # class indices
print(f"{torch.from_numpy(labels).long().dtype=}")
# > torch.from_numpy(labels).long().dtype=torch.int64
# --8<-- [end:inputs]
