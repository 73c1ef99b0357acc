# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "lightning>=2.6"]
# ///
"""Old names of Lightning, and what to write instead."""

import logging
import re
import warnings
from contextlib import contextmanager

import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint, ModelSummary
from lightning.pytorch.tuner import Tuner
from torch import nn
from torch.utils.data import DataLoader

EXPECTED = (NotImplementedError, TypeError, ValueError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)  # quiet
warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose


# --8<-- [start:hooks]
class Model(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(1, 1)

    def training_step(self, batch, index):
        return self.layer(batch).mean()

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)

    def train_dataloader(self):
        return DataLoader(torch.ones(2, 1))

    def val_dataloader(self):
        return DataLoader(torch.ones(2, 1))


class Old(Model):
    def validation_step(self, batch, index):
        return self.layer(batch).mean()

    def validation_epoch_end(self, outputs):
        print(torch.stack(outputs).mean())


class New(Model):
    def on_validation_epoch_start(self):
        self.outputs = []

    def validation_step(self, batch, index):
        self.outputs.append(self.layer(batch).mean())

    def on_validation_epoch_end(self):
        print(torch.stack(self.outputs).mean().shape)


# --8<-- [end:hooks]


# --8<-- [start:trainer]
quiet = {
    "logger": False,
    "enable_progress_bar": False,
    "enable_model_summary": False,
}
with today():
    L.Trainer(gpus=1)
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'gpus'
L.Trainer(accelerator="auto", devices=1, **quiet)

with today():
    L.Trainer(tpu_cores=8)
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'tpu_cores'
L.Trainer(accelerator="auto", devices="auto", **quiet)

with today():
    L.Trainer(checkpoint_callback=False)
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'checkpoint_callback'
L.Trainer(enable_checkpointing=False, **quiet)

with today():
    L.Trainer(progress_bar_refresh_rate=0)
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'progress_bar_refresh_rate'
L.Trainer(enable_progress_bar=False, logger=False)

with today():
    L.Trainer(weights_summary="full")
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'weights_summary'
L.Trainer(callbacks=[ModelSummary(max_depth=-1)], logger=False)

with today():
    L.Trainer(distributed_backend="ddp")
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'distributed_backend'
L.Trainer(strategy="auto", **quiet)

with today():
    L.Trainer(auto_lr_find=True)
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'auto_lr_find'
Tuner(L.Trainer(**quiet)).lr_find

with today():
    L.Trainer(accelerator="cpu", precision=16, **quiet)
# > UserWarning: `precision=16` is supported for historical reasons but its usage is discouraged
L.Trainer(accelerator="cpu", precision="bf16-mixed", **quiet)

with today():
    L.Trainer(strategy="dp", **quiet)
# > ValueError: You selected an invalid strategy name: `strategy='dp'`
L.Trainer(strategy="auto", **quiet)

with today():
    ModelCheckpoint(filepath="best")
# > TypeError: ModelCheckpoint.__init__() got an unexpected keyword argument 'filepath'
ModelCheckpoint(dirpath=".", filename="best")

with today():
    ModelCheckpoint(period=1)
# > TypeError: ModelCheckpoint.__init__() got an unexpected keyword argument 'period'
ModelCheckpoint(every_n_epochs=1)

with today():
    EarlyStopping()
# > TypeError: EarlyStopping.__init__() missing 1 required positional argument: 'monitor'
EarlyStopping(monitor="val_loss")

with today():
    trainer = L.Trainer(fast_dev_run=True, **quiet)
    trainer.fit(Old())  # has validation_epoch_end
# > NotImplementedError: Support for `validation_epoch_end` has been removed in v2.0.0
trainer = L.Trainer(fast_dev_run=True, enable_checkpointing=False, **quiet)
trainer.fit(New())
# > torch.Size([])

with today():
    L.Trainer(resume_from_checkpoint="last.ckpt")
# > TypeError: Trainer.__init__() got an unexpected keyword argument 'resume_from_checkpoint'
trainer.save_checkpoint("last.ckpt")
trainer = L.Trainer(
    max_epochs=1, enable_checkpointing=False, log_every_n_steps=1, **quiet
)
trainer.fit(New(), ckpt_path="last.ckpt")
# > torch.Size([])
# --8<-- [end:trainer]
