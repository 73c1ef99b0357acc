# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""When the order cannot be trusted: let the dataset return the id with each sample. And: file names sort as text."""

from pathlib import Path

import torch
from torch.utils.data import DataLoader, Dataset

# --8<-- [start:with-ids]


class WithIds(Dataset):
    def __init__(self, ids, inputs):
        self.ids, self.inputs = ids, inputs

    def __len__(self):
        return len(self.ids)

    def __getitem__(self, index):
        return self.ids[index], self.inputs[index]


dataset = WithIds(["a", "b", "c", "d"], torch.arange(4.0))
torch.manual_seed(0)
found = {}
for ids, inputs in DataLoader(dataset, batch_size=2, shuffle=True):
    found.update(zip(ids, (inputs * 10).tolist(), strict=True))  # "predictions"
print("as they came:  ", found)
# > as they came:   {'c': 20.0, 'b': 10.0, 'd': 30.0, 'a': 0.0}
print("in asked order:", {name: found[name] for name in ["a", "b", "c", "d"]})
# > in asked order: {'a': 0.0, 'b': 10.0, 'c': 20.0, 'd': 30.0}
# --8<-- [end:with-ids]

# --8<-- [start:sorting]
for number in (1, 2, 10):
    Path(f"img_{number}.png").touch()
names = [path.stem for path in Path(".").glob("*.png")]
print(sorted(names))
# > ['img_1', 'img_10', 'img_2']
print(sorted(names, key=lambda name: int(name.split("_")[1])))
# > ['img_1', 'img_2', 'img_10']
# --8<-- [end:sorting]
