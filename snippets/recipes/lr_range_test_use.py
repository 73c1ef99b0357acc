# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""The recipe of the range test in front of a training."""

# --8<-- [start:answer]
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from torchbyexample.lr_range_test import lr_range_test, steepest

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
dataset = TensorDataset(images, torch.tensor(digits.target))

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.AdamW(model.parameters(), lr=0.001)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(dataset, batch_size=64, shuffle=True)

before = model[0].weight.detach().clone()
rates, losses = lr_range_test(model, optimizer, criterion, loader)
print(f"steepest at {steepest(rates, losses):.3f}: try it, and a third of it")
# ~ steepest at 0.025: try it, and a third of it
print(f"{torch.equal(before, model[0].weight)=}")  # nothing has been trained
# > torch.equal(before, model[0].weight)=True
print(f"{optimizer.param_groups[0]['lr']=}")
# > optimizer.param_groups[0]['lr']=0.001
# --8<-- [end:answer]
