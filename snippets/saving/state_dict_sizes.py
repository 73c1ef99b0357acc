# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.sd-size"]
# ///
"""size mismatch: which name and which number differ, and what that says."""

import re

import torch
from torch import nn


# --8<-- [start:causes]
class Net(nn.Module):
    def __init__(self, words=100, channels=3, hidden=16, classes=10):
        super().__init__()
        self.embedding = nn.Embedding(words, 4)
        self.conv = nn.Conv2d(channels, 8, 3)
        self.hidden = nn.Linear(8, hidden)
        self.head = nn.Linear(hidden, classes)


saved = Net().state_dict()
for changed in {"classes": 3}, {"hidden": 32}, {"channels": 1}, {"words": 120}:
    try:
        Net(**changed).load_state_dict(saved)
    except RuntimeError as error:
        for line in str(error).splitlines()[1:]:
            sizes = r"for (\S+): .*Size\((.*?)\).*Size\((.*?)\)"
            name, old, new = re.search(sizes, line).groups()
            print(f"{changed}: {name} {old} in the file, {new} in the model")
# > {'classes': 3}: head.weight [10, 16] in the file, [3, 16] in the model
# > {'classes': 3}: head.bias [10] in the file, [3] in the model
# > {'hidden': 32}: hidden.weight [16, 8] in the file, [32, 8] in the model
# > {'hidden': 32}: hidden.bias [16] in the file, [32] in the model
# > {'hidden': 32}: head.weight [10, 16] in the file, [10, 32] in the model
# > {'channels': 1}: conv.weight [8, 3, 3, 3] in the file, [8, 1, 3, 3] in the model
# > {'words': 120}: embedding.weight [100, 4] in the file, [120, 4] in the model
# --8<-- [end:causes]

# --8<-- [start:mended]
model = Net(words=120)
with torch.no_grad():
    model.embedding.weight[:100] = saved[
        "embedding.weight"
    ]  # new words keep theirs
rest = {name: value for name, value in saved.items() if name != "embedding.weight"}
print(model.load_state_dict(rest, strict=False).missing_keys)
# > ['embedding.weight']
# --8<-- [end:mended]
