# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "lightning>=2.5"]
#
# [tool.tbe]
# timeout = 180
# claims = ["train.lightning-one-line"]
# ///
"""The same training twice, by the plain loop and by Lightning's Trainer: the losses are equal."""

import logging
import warnings

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:quiet]
warnings.filterwarnings("ignore", ".*LeafSpec")  # Lightning 2.6 on newer torch
warnings.filterwarnings("ignore", ".*does not have many workers")  # tiny data
warnings.filterwarnings("ignore", "GPU available but not used")  # on purpose
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
# --8<-- [end:quiet]

# --8<-- [start:data]
torch.manual_seed(0)
inputs = torch.randn(64, 4)
targets = inputs @ torch.tensor([[1.0], [-2.0], [3.0], [0.5]])
data = TensorDataset(inputs, targets)
criterion = nn.MSELoss()


def make_loader():
    return DataLoader(data, batch_size=16, shuffle=True)


def make_model():
    torch.manual_seed(0)  # the same weights and order for both
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))


# --8<-- [end:data]

# --8<-- [start:plain]
model, loader = make_model(), make_loader()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
plain = []
for _ in range(3):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        plain.append(loss.item())
# --8<-- [end:plain]


# --8<-- [start:module]
class Regression(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.model = make_model()
        self.losses = []

    def training_step(self, batch, batch_index):
        inputs, targets = batch
        loss = criterion(self.model(inputs), targets)  # 3 forward and loss
        self.losses.append(loss.item())
        return loss

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.05)


# --8<-- [end:module]

# --8<-- [start:answer]
module = Regression()
trainer = L.Trainer(
    max_epochs=3,
    accelerator="cpu",
    logger=False,
    enable_checkpointing=False,
    enable_progress_bar=False,
    enable_model_summary=False,
)
trainer.fit(module, make_loader())  # the one line
# --8<-- [end:answer]

# --8<-- [start:fit]
for step in (0, 1, 4, 8, 11):
    print(
        f"step {step:2}: plain {plain[step]:.4f}  Lightning {module.losses[step]:.4f}"
    )
# > step  0: plain 6.4857  Lightning 6.4857
# > step  1: plain 20.2494  Lightning 20.2494
# > step  4: plain 11.2659  Lightning 11.2659
# > step  8: plain 1.7817  Lightning 1.7817
# > step 11: plain 2.6444  Lightning 2.6444
print(f"{len(plain)=} {trainer.global_step=}")
# > len(plain)=12 trainer.global_step=12
# --8<-- [end:fit]

# --8<-- [start:weights]
pairs = zip(model.parameters(), module.model.parameters(), strict=True)
print([torch.allclose(ours, theirs) for ours, theirs in pairs])
# > [True, True, True, True]
# --8<-- [end:weights]
