# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# alone = true
# ///
"""Where the time of an epoch goes: the batches alone, and the steps alone."""

import time

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

torch.manual_seed(0)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
criterion = nn.CrossEntropyLoss()


# --8<-- [start:answer]
def where(model, optimizer, loader):
    """Seconds for the batches alone, and for as many training steps alone."""
    batch = next(iter(loader))
    begin = time.perf_counter()
    for _ in loader:
        pass
    loading = time.perf_counter() - begin

    inputs, targets = (tensor.to(device) for tensor in batch)
    begin = time.perf_counter()
    for _ in range(len(loader)):  # the same batch again and again
        optimizer.zero_grad()
        criterion(model(inputs), targets).backward()
        optimizer.step()
    if device.type == "cuda":
        torch.cuda.synchronize()  # a GPU works later: wait before the clock
    return loading, time.perf_counter() - begin


# --8<-- [end:answer]


# --8<-- [start:smallest]
class Pictures(Dataset):
    def __init__(self, seconds):
        self.seconds = seconds  # to open and decode one file

    def __len__(self):
        return 128

    def __getitem__(self, index):
        time.sleep(self.seconds)
        return torch.full((512,), index / 128), index % 10


def make_model(width, depth):
    layers = [nn.Linear(512, width), nn.ReLU()]
    for _ in range(depth):
        layers += [nn.Linear(width, width), nn.ReLU()]
    return nn.Sequential(*layers, nn.Linear(width, 10)).to(device)


for seconds, width, depth in ((0.005, 16, 0), (0.0, 1024, 4)):
    loader = DataLoader(Pictures(seconds), batch_size=32)
    model = make_model(width, depth)
    optimizer = torch.optim.AdamW(model.parameters())
    where(model, optimizer, loader)  # the first time also sets things up
    loading, computing = where(model, optimizer, loader)
    slower = "the loader" if loading > computing else "the model"
    print(f"loading {loading:.3f} s, computing {computing:.3f} s: {slower}")
# ~ loading 0.844 s, computing 0.073 s: the loader
# ~ loading 0.060 s, computing 3.122 s: the model
# --8<-- [end:smallest]
