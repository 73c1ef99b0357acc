# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""With a generator of its own, a loader gives Lightning another order from epoch 2 on."""

import logging
import warnings

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:order]
def make_loader():
    generator = torch.Generator().manual_seed(0)
    return DataLoader(range(6), batch_size=3, shuffle=True, generator=generator)


class Listing(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
        self.seen = []

    def training_step(self, batch, batch_index):
        self.seen += batch.tolist()
        return (self.w * batch).sum()

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.0)


loader = make_loader()
plain = [index for _ in range(2) for batch in loader for index in batch.tolist()]

loader, stopped = make_loader(), []
for _ in range(2):
    for number, batch in enumerate(loader, start=1):
        stopped += batch.tolist()
        if number == len(loader):
            break  # before the loader says that it is empty

module = Listing()
trainer = L.Trainer(
    max_epochs=2, accelerator="cpu", logger=False, enable_checkpointing=False,
    enable_progress_bar=False, enable_model_summary=False,
)  # fmt: skip
trainer.fit(module, make_loader())
print("plain loop   ", plain[:6], plain[6:])
# > plain loop    [5, 1, 0, 3, 2, 4] [4, 2, 1, 3, 0, 5]
print("Lightning    ", module.seen[:6], module.seen[6:])
# > Lightning     [5, 1, 0, 3, 2, 4] [3, 2, 4, 0, 5, 1]
print("stopped early", stopped[:6], stopped[6:])
# > stopped early [5, 1, 0, 3, 2, 4] [3, 2, 4, 0, 5, 1]
# --8<-- [end:order]
