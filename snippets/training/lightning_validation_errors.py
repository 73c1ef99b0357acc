# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""A callback that watches a number nobody logged, and a checkpoint without its arguments."""

import logging
import warnings

import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint
from lightning.pytorch.utilities.exceptions import MisconfigurationException
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:monitor]
class Regression(L.LightningModule):
    def __init__(self, size):
        super().__init__()
        self.model = nn.Linear(size, 1)

    def training_step(self, batch, batch_index):
        loss = self.model(batch[0]).square().mean()
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, batch_index):
        self.log("valid_loss", self.model(batch[0]).square().mean())  # another name

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


loader = DataLoader(TensorDataset(torch.ones(4, 2)))
for make_callback, val_loader in (
    (EarlyStopping, None),  # no validation: validation_step is never called
    (EarlyStopping, loader),
    (ModelCheckpoint, loader),
):
    callback = make_callback(monitor="val_loss")
    trainer = L.Trainer(
        max_epochs=1, accelerator="cpu", logger=False, callbacks=[callback],
        enable_progress_bar=False, enable_model_summary=False,
    )  # fmt: skip
    try:
        trainer.fit(Regression(2), loader, val_loader)
    except (RuntimeError, MisconfigurationException) as error:
        print(f"{type(error).__name__}: {error}")
# > RuntimeError: Early stopping conditioned on metric `val_loss` which is not available. Pass in or modify your `EarlyStopping` callback to use any of the following: `train_loss`
# > RuntimeError: Early stopping conditioned on metric `val_loss` which is not available. Pass in or modify your `EarlyStopping` callback to use any of the following: `train_loss`, `valid_loss`
# > MisconfigurationException: `ModelCheckpoint(monitor='val_loss')` could not find the monitored key in the returned metrics: ['train_loss', 'valid_loss', 'epoch', 'step']. HINT: Did you call `log('val_loss', value)` in the `LightningModule`?
# ! PossibleUserWarning: You defined a `validation_step` but have no `val_dataloader`. Skipping val loop.
# --8<-- [end:monitor]

# --8<-- [start:arguments]
trainer.save_checkpoint("model.ckpt")
try:
    Regression.load_from_checkpoint("model.ckpt")
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: Regression.__init__() missing 1 required positional argument: 'size'
loaded = Regression.load_from_checkpoint("model.ckpt", size=2)  # given again
print(f"{loaded.model.weight.shape=}")
# > loaded.model.weight.shape=torch.Size([1, 2])
# --8<-- [end:arguments]
