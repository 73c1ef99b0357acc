# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Lightning: a logger that writes a file, and a scheduler counted in epochs or in batches."""

import logging
import warnings
from pathlib import Path

import lightning as L
import torch
from lightning.pytorch.loggers import CSVLogger
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)


class Small(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([2.0]))

    def training_step(self, batch, batch_index):
        return (self.w * batch[0]).pow(2).mean()

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)


# --8<-- [start:logger]
class Logged(Small):
    def training_step(self, batch, batch_index):
        loss = super().training_step(batch, batch_index)
        self.log("train_loss", loss, on_step=False, on_epoch=True)
        return loss


trainer = L.Trainer(
    max_epochs=2, accelerator="cpu", logger=CSVLogger("."), log_every_n_steps=1,
    enable_checkpointing=False, enable_progress_bar=False, enable_model_summary=False,
)  # fmt: skip
trainer.fit(Logged(), DataLoader(TensorDataset(torch.ones(6, 1)), batch_size=1))
print((Path(trainer.logger.log_dir) / "metrics.csv").read_text().strip())
# > epoch,step,train_loss
# > 0,5,1.7245936393737793
# > 1,11,0.11851312965154648
# --8<-- [end:logger]


# --8<-- [start:scheduler]
class Scheduled(Small):
    def __init__(self, interval):
        super().__init__()
        self.interval, self.rates = interval, []

    def training_step(self, batch, batch_index):
        self.rates.append(self.optimizers().param_groups[0]["lr"])
        return super().training_step(batch, batch_index)

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        scheduler = torch.optim.lr_scheduler.StepLR(
            optimizer, step_size=1, gamma=0.5
        )
        scheduler = {"scheduler": scheduler, "interval": self.interval}
        return {"optimizer": optimizer, "lr_scheduler": scheduler}


for interval in ("epoch", "step"):  # "epoch" is the default
    module = Scheduled(interval)
    trainer = L.Trainer(
        max_epochs=2, accelerator="cpu", logger=False, enable_checkpointing=False,
        enable_progress_bar=False, enable_model_summary=False,
    )  # fmt: skip
    trainer.fit(module, DataLoader(TensorDataset(torch.ones(3, 1)), batch_size=1))
    print(interval, module.rates)
# > epoch [0.1, 0.1, 0.1, 0.05, 0.05, 0.05]
# > step [0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125]
# --8<-- [end:scheduler]
