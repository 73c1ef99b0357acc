# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# claims = ["train.lightning-needs-methods", "err.lightning-no-optimizer"]
# ///
"""What the Trainer refuses, and what it only warns about."""

import logging
import warnings

import lightning as L
import torch
from lightning.fabric.utilities.exceptions import MisconfigurationException
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


# --8<-- [start:module]
def make_trainer():
    return L.Trainer(
        max_epochs=1, accelerator="cpu", logger=False, enable_checkpointing=False,
        enable_progress_bar=False, enable_model_summary=False,
    )  # fmt: skip


loader = DataLoader(TensorDataset(torch.ones(4, 1), torch.ones(4, 1)))
try:
    make_trainer().fit(nn.Linear(1, 1), loader)
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
# > TypeError: `model` must be a `LightningModule` or `torch._dynamo.OptimizedModule`, got `Linear`
# --8<-- [end:module]


# --8<-- [start:methods]
class NoStep(L.LightningModule):
    pass


class NoOptimizer(L.LightningModule):
    def training_step(self, batch, batch_index):
        return torch.zeros(1, requires_grad=True)


for module in (NoStep(), NoOptimizer()):
    try:
        make_trainer().fit(module, loader)
    except MisconfigurationException as error:
        print(f"{type(module).__name__}: {str(error).partition('. ')[0]}")
# > NoStep: No `training_step()` method defined
# > NoOptimizer: No `configure_optimizers()` method defined
# --8<-- [end:methods]


# --8<-- [start:no-return]
class NoReturn(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([2.0]))

    def training_step(self, batch, batch_index):
        self.loss = (self.w * batch[0]).pow(2).mean()  # kept, not returned

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


module = NoReturn()
make_trainer().fit(module, loader)
# ! UserWarning: `training_step` returned `None`. If this was on purpose, ignore this warning...
print(f"{module.w.item()=}")
# > module.w.item()=2.0
# --8<-- [end:no-return]


# --8<-- [start:returned]
class Returned(NoReturn):
    def training_step(self, batch, batch_index):
        return (self.w * batch[0]).pow(2).mean()


module = Returned()
make_trainer().fit(module, loader)
print(f"{module.w.item()=:.4f}")
# > module.w.item()=0.8192
# --8<-- [end:returned]
