# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Predictions for a whole dataset: device in, CPU out, one tensor at the end."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:predict]
device = torch.accelerator.current_accelerator(check_available=True) or "cpu"


@torch.inference_mode()
def predict(model, loader):
    model.eval()
    predictions = []
    for inputs in loader:
        logits = model(inputs.to(device))  # (batch, classes)
        predictions.append(logits.argmax(1).cpu())
    return torch.cat(predictions)  # (samples,)


torch.manual_seed(0)
model = nn.Linear(4, 3).to(device)
dataset = torch.randn(10, 4)
predictions = predict(model, DataLoader(dataset, batch_size=4))
print(f"{tuple(predictions.shape)=} {predictions.device=}")
# > tuple(predictions.shape)=(10,) predictions.device=device(type='cpu')
# --8<-- [end:predict]

# --8<-- [start:order]
whole = model(dataset.to(device)).argmax(1).cpu()
print(f"the same as in one batch: {torch.equal(predictions, whole)}")
# > the same as in one batch: True
shuffled = predict(model, DataLoader(dataset, batch_size=4, shuffle=True))
print(f"shuffled loader:          {torch.equal(shuffled, whole)}")
# > shuffled loader:          False
# --8<-- [end:order]

# --8<-- [start:kept]
kept = [model(inputs.to(device)) for inputs in DataLoader(dataset, batch_size=4)]
print(f"without inference_mode: {[logits.grad_fn is not None for logits in kept]}")
# > without inference_mode: [True, True, True]
# --8<-- [end:kept]

# --8<-- [start:mode]
print(f"after predict: {model.training=}")
# > after predict: model.training=False
# --8<-- [end:mode]

# --8<-- [start:pairs]
labeled = TensorDataset(dataset, torch.zeros(10))  # inputs and targets
pairs = DataLoader(labeled, batch_size=4)
try:
    predict(model, pairs)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
# > AttributeError: 'list' object has no attribute 'to'

again = predict(model, (inputs for inputs, _ in pairs))
print(f"{torch.equal(again, predictions)=}")
# > torch.equal(again, predictions)=True
# --8<-- [end:pairs]
