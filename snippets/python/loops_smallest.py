# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""enumerate, zip and comprehensions in four lines, and in a training loop."""

# --8<-- [start:smallest]
names, scores = ["cat", "dog", "pig"], [0.9, 0.2, 0.7]
for rank, (name, score) in enumerate(zip(names, scores), start=1):
    print(rank, name, score)
# > 1 cat 0.9
# > 2 dog 0.2
# > 3 pig 0.7
print([name for name, score in zip(names, scores) if score > 0.5])
# > ['cat', 'pig']
print({name: score for name, score in zip(names, scores)})
# > {'cat': 0.9, 'dog': 0.2, 'pig': 0.7}
# --8<-- [end:smallest]

# --8<-- [start:answer]
import torch
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.ones(6, 2), torch.zeros(6)), batch_size=4)
for step, (inputs, targets) in enumerate(loader):  # a number with each batch
    print(step, tuple(inputs.shape), tuple(targets.shape))
# > 0 (4, 2) (4,)
# > 1 (2, 2) (2,)
sizes = [len(targets) for inputs, targets in loader]  # a list in one line
print(sizes)
# > [4, 2]
# --8<-- [end:answer]
