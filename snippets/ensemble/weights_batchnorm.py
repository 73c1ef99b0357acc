# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""After averaging, the statistics of BatchNorm belong to no model; update_bn counts them anew."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, update_bn
from torch.utils.data import DataLoader, TensorDataset

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
dataset = TensorDataset(images[:600], labels[:600])
x_val, y_val = images[600:], labels[600:]


def accuracy(model):
    with torch.no_grad():
        return (model.eval()(x_val).argmax(1) == y_val).float().mean().item()


# --8<-- [start:batchnorm]
for seed in range(3):
    torch.manual_seed(seed)
    loader = DataLoader(dataset, batch_size=32, shuffle=True)
    model = nn.Sequential(
        nn.Linear(64, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Linear(32, 10)
    )
    swa = AveragedModel(model)  # copies buffers, does not average them
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for epoch in range(8):
        model.train()
        for inputs, targets in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(inputs), targets).backward()
            optimizer.step()
        if epoch >= 4:
            swa.update_parameters(model)
    before = accuracy(swa)
    update_bn(loader, swa)  # one pass over the training rows
    print(
        f"seed {seed}: model {accuracy(model):.1%}, average {before:.1%},"
        f" after update_bn {accuracy(swa):.1%}"
    )
# > seed 0: model 92.1%, average 92.5%, after update_bn 93.0%
# > seed 1: model 92.3%, average 92.6%, after update_bn 93.2%
# > seed 2: model 93.5%, average 92.8%, after update_bn 93.2%
# --8<-- [end:batchnorm]

# --8<-- [start:by-hand]
by_hand = nn.Sequential(
    nn.Linear(64, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Linear(32, 10)
)
with torch.no_grad():
    for mean, new in zip(by_hand.parameters(), swa.parameters(), strict=True):
        mean.copy_(
            new
        )  # parameters alone: running_mean stays 0, running_var stays 1
print(f"parameters alone: {accuracy(by_hand):.1%}")
# > parameters alone: 71.2%
update_bn(loader, by_hand)
print(f"after update_bn:  {accuracy(by_hand):.1%}")
# > after update_bn:  93.1%
# --8<-- [end:by-hand]

# --8<-- [start:buffers]
print(swa.module[1].num_batches_tracked.item(), "batches seen by update_bn")
# > 19 batches seen by update_bn
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.9), use_buffers=True)
ema.update_parameters(model)  # the first update copies
old = model[1].running_mean.clone()
model.train()(images[:32] + 1)  # moves the statistics of the model
ema.update_parameters(model)
expected = 0.9 * old + 0.1 * model[1].running_mean
print(torch.allclose(ema.module[1].running_mean, expected))
# > True
# --8<-- [end:buffers]
