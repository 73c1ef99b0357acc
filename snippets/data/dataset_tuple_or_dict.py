# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.getitem-returns-xy"]
# ///
"""A sample may be a tuple or a dict: the batch then is a list of fields or a dict of fields."""

import torch
from torch.utils.data import DataLoader

# --8<-- [start:both]
tuples = [(torch.ones(3), 0), (torch.zeros(3), 1)]
dicts = [{"inputs": inputs, "targets": targets} for inputs, targets in tuples]

inputs, targets = next(iter(DataLoader(tuples, batch_size=2)))
print(f"tuple: {inputs.shape} {targets}")
# > tuple: torch.Size([2, 3]) tensor([0, 1])

batch = next(iter(DataLoader(dicts, batch_size=2)))
print(f"dict:  {batch['inputs'].shape} {batch['targets']}")
# > dict:  torch.Size([2, 3]) tensor([0, 1])
# --8<-- [end:both]
