# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Options of the Trainer, each by what it changes."""

import logging
import warnings
from pathlib import Path

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:options]
class Small(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([2.0]))
        self.batches = 0

    def training_step(self, batch, batch_index):
        self.batches += 1
        return (self.w * batch[0]).pow(2).mean()

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


def fit(**options):
    quiet = {"logger": False, "enable_checkpointing": False,
             "enable_progress_bar": False, "enable_model_summary": False}  # fmt: skip
    module = Small()
    trainer = L.Trainer(
        **({"accelerator": "cpu", "max_epochs": 2} | quiet | options)
    )
    trainer.fit(module, DataLoader(TensorDataset(torch.ones(6, 1)), batch_size=1))
    print(f"{options}: {module.batches} batches, {trainer.global_step} updates, "
          f"w={module.w.item():.4f}")  # fmt: skip


fit()
# > {}: 12 batches, 12 updates, w=0.1374
fit(max_epochs=1)
# > {'max_epochs': 1}: 6 batches, 6 updates, w=0.5243
fit(max_steps=4)
# > {'max_steps': 4}: 4 batches, 4 updates, w=0.8192
fit(limit_train_batches=2)
# > {'limit_train_batches': 2}: 4 batches, 4 updates, w=0.8192
fit(fast_dev_run=True)
# > {'fast_dev_run': True}: 1 batches, 1 updates, w=1.6000
fit(accumulate_grad_batches=3)
# > {'accumulate_grad_batches': 3}: 12 batches, 4 updates, w=0.8192
fit(gradient_clip_val=0.5)
# > {'gradient_clip_val': 0.5}: 12 batches, 12 updates, w=1.4000
# --8<-- [end:options]


# --8<-- [start:defaults]
class Stopped(Small):
    def training_step(self, batch, batch_index):
        self.trainer.should_stop = True  # after this epoch: 1000 would be many
        return super().training_step(batch, batch_index)


trainer = L.Trainer(
    logger=False, enable_checkpointing=False, enable_progress_bar=False,
    enable_model_summary=False,
)  # fmt: skip
trainer.fit(Stopped(), DataLoader(TensorDataset(torch.ones(6, 1)), batch_size=1))
# ! PossibleUserWarning: `max_epochs` was not set. Setting it to 1000 epochs. To train without an epoch limit, set `max_epochs=-1`.
print(f"{trainer.max_epochs=} {trainer.current_epoch=}")
# > trainer.max_epochs=1000 trainer.current_epoch=1
print(f"{trainer.strategy.root_device.type=}")
# > trainer.strategy.root_device.type='cpu'
# --8<-- [end:defaults]

# --8<-- [start:files]
print(sorted(str(path) for path in Path().rglob("*.ckpt")))
# > []
fit(enable_checkpointing=True)
# > {'enable_checkpointing': True}: 12 batches, 12 updates, w=0.1374
print(sorted(path.as_posix() for path in Path().rglob("*.ckpt")))
# > ['checkpoints/epoch=1-step=12.ckpt']
# --8<-- [end:files]
