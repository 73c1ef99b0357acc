# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26"]
# ///
"""A wrapper gives each part of a random_split its own transform."""

# --8<-- [start:answer]
from torch.utils.data import Dataset


class WithTransform(Dataset):
    def __init__(self, dataset, transform):
        self.dataset, self.transform = dataset, transform

    def __len__(self):
        return len(self.dataset)

    def __getitem__(self, index):
        image, target = self.dataset[index]
        return self.transform(image), target


# --8<-- [end:answer]

# --8<-- [start:split]
import torch
from torch.utils.data import TensorDataset, random_split
from torchvision.transforms import v2

torch.manual_seed(0)
images, targets = torch.rand(100, 1, 8, 8), torch.randint(0, 10, (100,))
train, valid = random_split(TensorDataset(images, targets), [0.8, 0.2])
train = WithTransform(train, v2.RandomAffine(degrees=20, translate=(0.2, 0.2)))
valid = WithTransform(valid, v2.Identity())


def pictures(dataset):
    """How many different pictures ten accesses to sample 0 give."""
    return len(torch.stack([dataset[0][0] for _ in range(10)]).unique(dim=0))


print(f"{len(train)=} {len(valid)=}")
# > len(train)=80 len(valid)=20
print(f"pictures of one sample: train {pictures(train)}, valid {pictures(valid)}")
# > pictures of one sample: train 10, valid 1
# --8<-- [end:split]

# --8<-- [start:mixup]
cutmix_or_mixup = v2.RandomChoice(
    [v2.CutMix(num_classes=10), v2.MixUp(num_classes=10)]
)
batch, labels = images[:4], targets[:4]
mixed, mixed_labels = cutmix_or_mixup(batch, labels)
print(f"{labels.tolist()} -> {list(mixed_labels.shape)} {mixed_labels.dtype}")
# > [0, 0, 5, 2] -> [4, 10] torch.float32
print(f"row 0: {[round(x, 2) for x in mixed_labels[0].tolist()]}")
# > row 0: [0.72, 0.0, 0.28, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
logits = torch.zeros(4, 10)
loss = torch.nn.CrossEntropyLoss()(logits, mixed_labels)  # takes probabilities
print(f"{loss.item():.2f}")
# > 2.30
# --8<-- [end:mixup]
