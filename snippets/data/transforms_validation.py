# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "scikit-learn>=1.5"]
#
# ///
"""Training images are augmented, validation images are not: what happens when both share one transform."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset, random_split
from torchvision.transforms import v2


# --8<-- [start:two]
class Digits(Dataset):
    def __init__(self, transform):
        digits = load_digits()
        self.images = torch.tensor(digits.images, dtype=torch.float32)[:, None] / 16
        self.targets = torch.tensor(digits.target)
        self.transform = transform

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.transform(self.images[index]), self.targets[index]


train_transform = v2.Compose(
    [
        v2.RandomAffine(degrees=10, translate=(0.12, 0.12)),
        v2.Normalize([0.3], [0.4]),
    ]
)
valid_transform = v2.Normalize([0.3], [0.4])

generator = torch.Generator().manual_seed(0)
chosen = torch.randperm(1797, generator=generator).tolist()
train = Subset(Digits(train_transform), chosen[:600])
valid = Subset(Digits(valid_transform), chosen[600:900])
print(f"{len(train)=} {len(valid)=}")
# > len(train)=600 len(valid)=300
print(f"in both: {len(set(train.indices) & set(valid.indices))}")
# > in both: 0


def pictures(dataset):
    """How many different pictures ten accesses to sample 0 give."""
    return len(torch.stack([dataset[0][0] for _ in range(10)]).unique(dim=0))


torch.manual_seed(0)
print(f"pictures of one sample: train {pictures(train)}, valid {pictures(valid)}")
# > pictures of one sample: train 6, valid 1
# --8<-- [end:two]

# --8<-- [start:shared]
first, second = random_split(
    Digits(train_transform), [600, 1197], generator=generator
)
print(f"{first.dataset is second.dataset=}")
# > first.dataset is second.dataset=True
print(f"pictures of one sample: train {pictures(first)}, valid {pictures(second)}")
# > pictures of one sample: train 8, valid 9
# --8<-- [end:shared]

# --8<-- [start:cost]
torch.manual_seed(0)
model = nn.Sequential(nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
criterion = nn.CrossEntropyLoss()
loader = DataLoader(train, batch_size=50, shuffle=True)
for _ in range(6):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update


def wrong(dataset):
    model.eval()
    with torch.no_grad():
        inputs, targets = next(iter(DataLoader(dataset, batch_size=300)))
        return (model(inputs).argmax(dim=1) != targets).sum().item()


augmented = Subset(Digits(train_transform), chosen[600:900])
still = [wrong(valid) for _ in range(4)]
moving = [wrong(augmented) for _ in range(4)]
print(f"clean, every run the same: {len(set(still)) == 1}")
# > clean, every run the same: True
print(f"augmented, more errors each time: {min(moving) > max(still)}")
# > augmented, more errors each time: True
print(f"wrong of 300, clean:     {still}")
# ~ wrong of 300, clean:     [31, 31, 31, 31]
print(f"wrong of 300, augmented: {moving}")
# ~ wrong of 300, augmented: [92, 82, 88, 92]
# --8<-- [end:cost]
