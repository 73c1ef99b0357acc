# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "matplotlib>=3.9", "pillow>=11", "numpy>=2"]
#
# [tool.tbe]
# timeout = 120
# figures = ["misread.svg"]
# ///
"""From PNG files to submission.csv: dataset, augmentation, split, training, mistakes, prediction; and two silent mistakes."""

# --8<-- [start:setup]
import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_digits
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

device = (
    torch.accelerator.current_accelerator()
    if torch.accelerator.is_available()
    else torch.device("cpu")
)
# float32 is usual; float64 gives the same digits on every CPU, so that they can be compared
dtype = torch.float64 if device.type == "cpu" else torch.float32
torch.manual_seed(0)
print(f"{device=}")
# > device=device(type='cpu')
# --8<-- [end:setup]


# --8<-- [start:files]
def write_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


digits = load_digits()
names = [f"{number:04}.png" for number in range(len(digits.images))]
for folder in ("train", "test"):
    Path(folder).mkdir(exist_ok=True)
for name, pixels in zip(names, digits.images, strict=True):
    folder = "train" if name < "1400.png" else "test"
    Image.fromarray((pixels * 15).astype(np.uint8)).save(f"{folder}/{name}")
labels = [int(label) for label in digits.target]
write_csv(
    "train.csv", [("file", "label"), *zip(names[:1400], labels[:1400], strict=True)]
)

for folder in ("train", "test"):
    print(f"{folder}: {len(list(Path(folder).iterdir()))} files")
# > train: 1400 files
# > test: 397 files
print("train.csv:", Path("train.csv").read_text().splitlines()[:3])
# > train.csv: ['file,label', '0000.png,0', '0001.png,1']
# --8<-- [end:files]


# --8<-- [start:dataset]
class Digits(Dataset):
    def __init__(self, folder, rows, transform=None):
        self.folder, self.rows, self.transform = Path(folder), rows, transform

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        row = self.rows[index]
        pixels = np.array(Image.open(self.folder / row["file"]))  # (8, 8), uint8
        image = torch.from_numpy(pixels).to(dtype).unsqueeze(0) / 255  # (1, 8, 8)
        if self.transform:
            image = self.transform(image)
        return image, int(row.get("label", -1))  # -1: no label given


rows = read_csv("train.csv")
image, label = Digits("train", rows)[0]
print(f"{list(image.shape)=} {image.dtype=} {image.max()=:.2f} {label=}")
# > list(image.shape)=[1, 8, 8] image.dtype=torch.float64 image.max()=0.88 label=0
# --8<-- [end:dataset]


# --8<-- [start:augment]
def shift(image):
    """The image moved by up to one pixel down or up, right or left."""
    down, right = torch.randint(0, 3, (2,)).tolist()
    return F.pad(image, (1, 1, 1, 1))[:, down : down + 8, right : right + 8]


order = torch.randperm(len(rows)).tolist()
train_set = Digits("train", [rows[i] for i in order[:1100]], transform=shift)
valid_set = Digits("train", [rows[i] for i in order[1100:]])
for name, dataset in (("train", train_set), ("valid", valid_set)):
    versions = torch.stack([dataset[0][0] for _ in range(50)]).unique(dim=0)
    print(
        f"{name}: {len(dataset)} images, the first one in {len(versions)} versions"
    )
# > train: 1100 images, the first one in 9 versions
# > valid: 300 images, the first one in 1 versions
# --8<-- [end:augment]

# --8<-- [start:train]
model = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1),  # (batch, 16, 8, 8)
    nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1),  # (batch, 32, 8, 8)
    nn.ReLU(),
    nn.MaxPool2d(2),  # (batch, 32, 4, 4)
    nn.Flatten(),  # (batch, 512)
    nn.Dropout(0.3),
    nn.Linear(512, 10),  # (batch, 10)
).to(device, dtype)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
valid_loader = DataLoader(valid_set, batch_size=100)


def train_one_epoch(loader):
    model.train()
    total = 0.0
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()
        logits = model(inputs)
        loss = criterion(logits, targets)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(targets)
    return total / len(loader.dataset)


@torch.no_grad()
def predict(loader):
    model.eval()
    return torch.cat(
        [model(inputs.to(device)).argmax(1).cpu() for inputs, _ in loader]
    )


targets = torch.tensor([int(row["label"]) for row in valid_set.rows])


def valid_accuracy():
    return (predict(valid_loader) == targets).float().mean().item()


print(f"before training: accuracy {valid_accuracy():.3f}")
# > before training: accuracy 0.150
# --8<-- [end:train]

# --8<-- [start:checkpoint]
best, kept = 0.0, None
for epoch in range(12):
    loss = train_one_epoch(train_loader)
    accuracy = valid_accuracy()
    improved = accuracy > best
    if improved:
        best = accuracy
        torch.save(model.state_dict(), "best.pt")
        kept = model.state_dict()  # looks like a copy
    note = "saved" if improved else ""
    print(f"epoch {epoch:2}: loss {loss:.3f} accuracy {accuracy:.3f} {note}")
# > epoch  0: loss 2.026 accuracy 0.743 saved
# > epoch  1: loss 1.093 accuracy 0.893 saved
# > epoch  2: loss 0.651 accuracy 0.960 saved
# > epoch  3: loss 0.459 accuracy 0.967 saved
# > epoch  4: loss 0.332 accuracy 0.970 saved
# > epoch  5: loss 0.320 accuracy 0.977 saved
# > epoch  6: loss 0.237 accuracy 0.967
# > epoch  7: loss 0.223 accuracy 0.980 saved
# > epoch  8: loss 0.202 accuracy 0.980
# > epoch  9: loss 0.212 accuracy 0.980
# > epoch 10: loss 0.170 accuracy 0.980
# > epoch 11: loss 0.162 accuracy 0.970
# --8<-- [end:checkpoint]

# --8<-- [start:checkpoint-2]
print(f"best epoch:        {best:.3f}")
# > best epoch:        0.980
print(f"last epoch:        {valid_accuracy():.3f}")
# > last epoch:        0.970
model.load_state_dict(kept)
print(f"from the variable: {valid_accuracy():.3f}")
# > from the variable: 0.970
model.load_state_dict(torch.load("best.pt", map_location=device, weights_only=True))
print(f"from the file:     {valid_accuracy():.3f}")
# > from the file:     0.980
# --8<-- [end:checkpoint-2]

# --8<-- [start:metrics]
predicted = predict(valid_loader)
confusion = torch.zeros(10, 10, dtype=torch.int64)
confusion.index_put_((targets, predicted), torch.tensor(1), accumulate=True)
print(confusion)
# > tensor([[33,  0,  0,  0,  0,  0,  0,  0,  0,  0],
# >         [ 0, 27,  0,  1,  0,  0,  0,  0,  1,  0],
# >         [ 0,  0, 31,  0,  0,  0,  0,  0,  0,  0],
# >         [ 0,  0,  0, 27,  0,  0,  0,  0,  0,  0],
# >         [ 0,  0,  0,  0, 32,  0,  0,  0,  0,  0],
# >         [ 0,  0,  0,  0,  0, 34,  0,  0,  0,  0],
# >         [ 0,  0,  0,  0,  0,  0, 29,  0,  0,  0],
# >         [ 0,  0,  0,  0,  0,  0,  0, 30,  0,  0],
# >         [ 0,  1,  0,  0,  0,  0,  0,  1, 27,  1],
# >         [ 0,  0,  0,  0,  0,  0,  0,  1,  0, 24]])

# Of the true threes, how many were found? Of those called three, how many are?
recall = confusion.diag() / confusion.sum(1)
precision = confusion.diag() / confusion.sum(0)
print("digit    ", *(f"{digit:5}" for digit in range(10)))
# > digit         0     1     2     3     4     5     6     7     8     9
print("recall   ", *(f"{value:5.2f}" for value in recall))
# > recall     1.00  0.93  1.00  1.00  1.00  1.00  1.00  1.00  0.90  0.96
print("precision", *(f"{value:5.2f}" for value in precision))
# > precision  1.00  0.96  1.00  0.96  1.00  1.00  1.00  0.94  0.96  0.96
# --8<-- [end:metrics]

# --8<-- [start:metrics-2]
wrong = (predicted != targets).nonzero().flatten().tolist()
columns = -(-len(wrong) // 2)
figure, panels = plt.subplots(2, columns, figsize=(4.6, 2.6))
for axes in panels.flat:
    axes.set_axis_off()
for index, axes in zip(wrong, panels.flat, strict=False):
    axes.imshow(valid_set[index][0][0], cmap="gray", interpolation="none")
    axes.set_title(f"{targets[index]} as {predicted[index]}", fontsize=9)
figure.savefig("misread.svg")
# --8<-- [end:metrics-2]

# --8<-- [start:predict]
files = sorted(path.name for path in Path("test").glob("*.png"))
test_set = Digits("test", [{"file": name} for name in files])
truth = dict(zip(names, labels, strict=True))


def submit(path, shuffle):
    loader = DataLoader(test_set, batch_size=100, shuffle=shuffle)
    write_csv(
        path,
        [("file", "label"), *zip(files, predict(loader).tolist(), strict=True)],
    )
    table = read_csv(path)
    right = sum(truth[row["file"]] == int(row["label"]) for row in table)
    print(f"{path}: {len(table)} rows, {right / len(table):.3f} of them right")


submit("shuffled.csv", shuffle=True)
# > shuffled.csv: 397 rows, 0.093 of them right
submit("submission.csv", shuffle=False)
# > submission.csv: 397 rows, 0.940 of them right
# --8<-- [end:predict]


# --8<-- [start:check]
def check(path):
    table = read_csv(path)
    assert list(table[0]) == ["file", "label"], "the columns"
    assert [row["file"] for row in table] == files, "every file once, in order"
    assert all(row["label"] in "0123456789" for row in table), "the labels"
    return f"{path}: {len(table)} rows, first {table[0]}"


print(check("submission.csv"))
# > submission.csv: 397 rows, first {'file': '1400.png', 'label': '2'}
print(check("shuffled.csv"))
# > shuffled.csv: 397 rows, first {'file': '1400.png', 'label': '0'}
# --8<-- [end:check]

# --8<-- [start:errors]
try:
    model(torch.zeros(32, 8, 8, device=device, dtype=dtype))
except RuntimeError as error:
    print(error)
# > Given groups=1, weight of size [16, 1, 3, 3], expected input[1, 32, 8, 8] to have 1 channels, but got 32 channels instead
print(list(model(torch.zeros(32, 1, 8, 8, device=device, dtype=dtype)).shape))
# > [32, 10]
# --8<-- [end:errors]
