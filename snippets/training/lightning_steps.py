# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Where the Trainer does the five steps, seen from its hooks."""

import logging
import warnings

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:watch]
class Watched(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([2.0]))

    def training_step(self, batch, batch_index):
        print(f"batch {batch_index}: {self.training=} {torch.is_grad_enabled()=}")
        self.say("3 forward and loss")
        return (self.w * batch[0]).pow(2).mean()

    def on_before_zero_grad(self, optimizer):
        self.say("2 before zero_grad()")

    def on_before_backward(self, loss):
        self.say("4 before backward()")

    def on_after_backward(self):
        self.say("4 after backward()")

    def on_before_optimizer_step(self, optimizer):
        self.say("5 before step()")

    def on_train_batch_end(self, outputs, batch, batch_index):
        self.say("5 after step()")

    def validation_step(self, batch, batch_index):
        print(f"validation: {self.training=} {torch.is_grad_enabled()=}")

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)

    def say(self, what):
        grad = None if self.w.grad is None else round(self.w.grad.item(), 4)
        print(f"  {what:20} w={self.w.item():.4f} {grad=}")


loader = DataLoader(TensorDataset(torch.ones(2, 1)), batch_size=1)
trainer = L.Trainer(
    max_epochs=1, accelerator="cpu", logger=False, enable_checkpointing=False,
    enable_progress_bar=False, enable_model_summary=False, num_sanity_val_steps=0,
)  # fmt: skip
trainer.fit(Watched(), loader, DataLoader(TensorDataset(torch.ones(1, 1))))
# > batch 0: self.training=True torch.is_grad_enabled()=True
# >   3 forward and loss   w=2.0000 grad=None
# >   2 before zero_grad() w=2.0000 grad=None
# >   4 before backward()  w=2.0000 grad=None
# >   4 after backward()   w=2.0000 grad=4.0
# >   5 before step()      w=2.0000 grad=4.0
# >   5 after step()       w=1.6000 grad=4.0
# > batch 1: self.training=True torch.is_grad_enabled()=True
# >   3 forward and loss   w=1.6000 grad=4.0
# >   2 before zero_grad() w=1.6000 grad=4.0
# >   4 before backward()  w=1.6000 grad=None
# >   4 after backward()   w=1.6000 grad=3.2
# >   5 before step()      w=1.6000 grad=3.2
# >   5 after step()       w=1.2800 grad=3.2
# > validation: self.training=False torch.is_grad_enabled()=False
# --8<-- [end:watch]
