# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# claims = ["data.pin-memory"]
# ///
"""What pin_memory=True pins: tensors in tuples, lists and dicts, and objects that have a pin_memory() of their own."""

import torch
from torch.utils.data import DataLoader

# --8<-- [start:pinned]
samples = [
    {"image": torch.ones(3), "label": index, "name": f"{index}.png"}
    for index in range(4)
]
batch = next(iter(DataLoader(samples, batch_size=4, pin_memory=True)))
for key in ("image", "label"):
    print(f"{key}: {batch[key].device.type=} {batch[key].is_pinned()=}")
print(f"name: {batch['name']}")
# --8<-- [end:pinned]


# --8<-- [start:own]
class Batch:
    def __init__(self, samples):
        self.images = torch.stack(samples)  # (batch, 3)


class PinnableBatch(Batch):
    def pin_memory(self):
        self.images = self.images.pin_memory()
        return self  # what it returns is the batch


for kind in (Batch, PinnableBatch):
    batch = next(
        iter(
            DataLoader(
                [torch.ones(3)] * 4,
                batch_size=4,
                pin_memory=True,
                collate_fn=kind,
            )
        )
    )
    print(f"{kind.__name__}: {batch.images.is_pinned()=}")
# --8<-- [end:own]

# --8<-- [start:back]
scores = torch.arange(4.0, device="cuda").to("cpu", non_blocking=True)
torch.cuda.synchronize()  # before this line the copy may still be under way
print(scores.tolist())
# --8<-- [end:back]
