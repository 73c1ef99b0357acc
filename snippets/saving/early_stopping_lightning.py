# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 240
# ///
"""The recipe and Lightning's EarlyStopping on the same losses: they stop in the same epoch."""

import logging
import warnings

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch

import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping as Theirs
from torch import nn
from torch.utils.data import DataLoader

from torchbyexample.early_stopping import EarlyStopping

warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:module]
class Replay(L.LightningModule):
    """Logs the losses of a list, one an epoch."""

    def __init__(self, losses):
        super().__init__()
        self.losses, self.layer = losses, nn.Linear(1, 1)

    def training_step(self, batch, index):
        return self.layer(batch).sum()

    def validation_step(self, batch, index):
        self.log("val_loss", torch.tensor(self.losses[self.current_epoch]))

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


# --8<-- [end:module]

# --8<-- [start:side-by-side]
losses = [0.90, 0.70, 0.60, 0.65, 0.59, 0.58, 0.66, 0.67, 0.68, 0.40, 0.45]
loader = DataLoader(torch.ones(1, 1))
for patience, min_delta in ((1, 0.0), (3, 0.0), (3, 0.05)):
    theirs = Theirs("val_loss", patience=patience, min_delta=min_delta)
    trainer = L.Trainer(
        max_epochs=len(losses),
        callbacks=[theirs],
        accelerator="cpu",
        logger=False,
        num_sanity_val_steps=0,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(Replay(losses), loader, loader)
    print(f"{patience=} {min_delta=}")
    print(
        f"  Lightning  epoch {theirs.stopped_epoch}  {theirs.best_score.item():.4f}"
    )

    ours = EarlyStopping(patience, min_delta=min_delta)
    stopped = next(
        e for e, loss in enumerate(losses) if ours.step(loss, nn.Linear(1, 1))
    )
    print(f"  the recipe epoch {stopped}  {ours.best_score:.4f}")
# > patience=1 min_delta=0.0
# >   Lightning  epoch 3  0.6000
# >   the recipe epoch 3  0.6000
# > patience=3 min_delta=0.0
# >   Lightning  epoch 8  0.5800
# >   the recipe epoch 8  0.5800
# > patience=3 min_delta=0.05
# >   Lightning  epoch 5  0.6000
# >   the recipe epoch 5  0.6000

held = theirs.state_dict()
weights = any(isinstance(value, dict) for value in held.values())
print(f"best_score: {'best_score' in held}, weights: {weights}")
# > best_score: True, weights: False
# --8<-- [end:side-by-side]
