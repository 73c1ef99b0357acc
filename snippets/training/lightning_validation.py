# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5", "scikit-learn>=1.5"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Lightning with validation: what self.log averages, the best checkpoint, loading it, predicting."""

import logging
import warnings
from pathlib import Path

import lightning as L
import torch
from lightning.pytorch.callbacks import EarlyStopping, ModelCheckpoint
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))
train_data, val_data = random_split(
    dataset, [0.8, 0.2], torch.Generator().manual_seed(0)
)
train_loader = DataLoader(train_data, batch_size=64, shuffle=True)
val_loader = DataLoader(val_data, batch_size=64)


# --8<-- [start:module]
class Digits(L.LightningModule):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()  # lr goes into the checkpoint, as self.hparams.lr
        self.model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
        self.criterion = nn.CrossEntropyLoss()

    def forward(self, inputs):
        return self.model(inputs)  # (batch, 10)

    def training_step(self, batch, batch_index):
        inputs, targets = batch
        loss = self.criterion(self(inputs), targets)  # 3 forward and loss
        self.log("train_loss", loss, on_step=False, on_epoch=True)
        return loss

    def validation_step(self, batch, batch_index):
        inputs, targets = batch
        logits = self(inputs)
        accuracy = (logits.argmax(dim=1) == targets).float().mean()
        self.log("val_loss", self.criterion(logits, targets))
        self.log("val_accuracy", accuracy)

    def predict_step(self, batch, batch_index):
        inputs, _ = batch
        self.switches = self.training, torch.is_grad_enabled()
        return self(inputs).argmax(dim=1)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)


# --8<-- [end:module]


# --8<-- [start:fit]
torch.manual_seed(0)
module = Digits(lr=0.01)
best = ModelCheckpoint("best", monitor="val_loss", mode="min", filename="{epoch}")
stop = EarlyStopping(monitor="val_loss", mode="min", patience=3)
trainer = L.Trainer(
    max_epochs=40, callbacks=[best, stop], accelerator="cpu", logger=False,
    enable_progress_bar=False, enable_model_summary=False,
)  # fmt: skip
trainer.fit(module, train_loader, val_loader)
print(f"epochs run: {trainer.current_epoch}")
# > epochs run: 12
print({name: round(x.item(), 4) for name, x in trainer.callback_metrics.items()})
# > {'val_loss': 0.1322, 'val_accuracy': 0.9526, 'train_loss': 0.0752}
print(f"best: {Path(best.best_model_path).name}, {best.best_model_score:.4f}")
# > best: epoch=8.ckpt, 0.1164
# --8<-- [end:fit]

# --8<-- [start:load]
loaded = Digits.load_from_checkpoint(best.best_model_path)
loaded.eval()
inputs, targets = val_data[:]
with torch.no_grad():
    all_at_once = loaded.criterion(loaded(inputs), targets).item()
    means = [loaded.criterion(loaded(x), y).item() for x, y in val_loader]
print(f"{loaded.hparams.lr=}, val_loss {all_at_once:.4f}")
# > loaded.hparams.lr=0.01, val_loss 0.1164
print(f"mean of the batch means: {sum(means) / len(means):.4f}")
# > mean of the batch means: 0.1155
# --8<-- [end:load]

# --8<-- [start:predict]
predictions = trainer.predict(loaded, val_loader)
print(f"{[len(batch) for batch in predictions]=}, {loaded.switches=}")
# > [len(batch) for batch in predictions]=[64, 64, 64, 64, 64, 39], loaded.switches=(False, False)
accuracy = (torch.cat(predictions) == targets).float().mean()
print(f"{accuracy:.4f}, as validate says:")
# > 0.9638, as validate says:
print(
    f"{trainer.validate(loaded, val_loader, verbose=False)[0]['val_accuracy']:.4f}"
)
# > 0.9638
# --8<-- [end:predict]
