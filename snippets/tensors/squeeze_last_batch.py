# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""squeeze() on a last batch of one: the accuracy is wrong, and nothing raises."""

import torch
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:shapes]
pool = torch.nn.AdaptiveAvgPool2d(1)
for batch_size in (4, 1):
    features = pool(torch.rand(batch_size, 3, 8, 8))  # (batch, 3, 1, 1)
    bare, named = features.squeeze(), features.flatten(1)
    print(tuple(features.shape), tuple(bare.shape), tuple(named.shape))
# > (4, 3, 1, 1) (4, 3) (4, 3)
# > (1, 3, 1, 1) (3,) (1, 3)
# --8<-- [end:shapes]

# --8<-- [start:accuracy]
targets = torch.tensor([0, 1, 2, 0, 1, 2, 0, 1, 2])
logits = torch.eye(3)[targets].view(9, 3, 1, 1)  # nine samples, three classes
logits[0] = logits[1]  # one of them is wrong
loader = DataLoader(TensorDataset(logits, targets), batch_size=4)


def accuracy(remove):
    correct = seen = 0
    for inputs, labels in loader:
        outputs = remove(inputs)  # (batch, 3)
        correct += (outputs.argmax(dim=-1) == labels).sum().item()
        seen += len(outputs)
    return f"{correct} of {seen}: {correct / seen:.3f}"


print("squeeze()       ", accuracy(lambda x: x.squeeze()))
# > squeeze()        8 of 11: 0.727
print("squeeze((2, 3)) ", accuracy(lambda x: x.squeeze((2, 3))))
# > squeeze((2, 3))  8 of 9: 0.889
print("flatten(1)      ", accuracy(lambda x: x.flatten(1)))
# > flatten(1)       8 of 9: 0.889
# --8<-- [end:accuracy]
