# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""forward is ordinary Python: several arguments, conditions, a dictionary as the result."""

import torch
from torch import nn


# --8<-- [start:forward]
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 3)
        self.criterion = nn.CrossEntropyLoss()  # a loss is a module too

    def forward(self, inputs, targets=None):  # (batch, 4), (batch,)
        logits = self.linear(inputs)  # (batch, 3)
        if targets is None:
            return {"logits": logits}
        return {"logits": logits, "loss": self.criterion(logits, targets)}


model = Classifier()
inputs, targets = torch.ones(2, 4), torch.tensor([0, 2])
print(list(model(inputs)))
# > ['logits']
print(list(model(inputs, targets)))
# > ['logits', 'loss']
print(list(model(inputs, targets=targets)))
# > ['logits', 'loss']
# --8<-- [end:forward]
