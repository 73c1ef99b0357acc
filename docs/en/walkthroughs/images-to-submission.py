# ---
# title: From raw images to a submission file
# description: One task from PNG files on disk to submission.csv - Dataset, shift augmentation, split, training with checkpoint, confusion matrix, prediction, and two silent mistakes caught by their numbers.
# packages: scikit-learn matplotlib pillow
# ---

# %% [markdown]
# # From raw images to a submission file { #images-to-submission }
#
# Between a folder of images and a submission file stand seven steps: read one image, augment, split, train, keep the best epoch, look at its mistakes, predict in the order of the files. None of them is long. What costs the place on the leaderboard is rarely the model. It is a step that goes wrong without an error, and two of those are shown here with their numbers.
#
# `torch.save(model.state_dict(), "best.pt")`
#
# The cells run from top to bottom in an empty folder. A CPU is enough.

# %%
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
torch.manual_seed(0)
print(f"{device=}")

# %% [markdown]
# ## The files { #files }
#
# A competition gives you three things: labelled images, a table with their labels, and images without labels. This cell writes them, so nothing has to be downloaded. The images are scikit-learn's handwritten digits, saved as ordinary PNG files.


# %%
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
print("train.csv:", Path("train.csv").read_text().splitlines()[:3])

# %% [markdown]
# The names have leading zeros. Without them text order puts `10.png` before `2.png`, and a sorted list of files is no longer in the order of their numbers.
#
# ## One image, one label { #dataset }
#
# A [Dataset](../data/dataset.md) keeps the list of rows and opens a file when it is asked for one. `Image.open` gives height and width with values up to 255. A convolution wants floats and a channel in front, so `unsqueeze` and the division belong here:


# %%
class Digits(Dataset):
    def __init__(self, folder, rows, transform=None):
        self.folder, self.rows, self.transform = Path(folder), rows, transform

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        row = self.rows[index]
        pixels = np.array(Image.open(self.folder / row["file"]))  # (8, 8), uint8
        image = torch.from_numpy(pixels).float().unsqueeze(0) / 255  # (1, 8, 8)
        if self.transform:
            image = self.transform(image)
        return image, int(row.get("label", -1))  # -1: no label given


rows = read_csv("train.csv")
image, label = Digits("train", rows)[0]
print(f"{list(image.shape)=} {image.dtype=} {image.max()=:.2f} {label=}")

# %% [markdown]
# ## Augment the training part only { #augment }
#
# A digit moved by one pixel is the same digit. The shift is drawn anew at every access, so an image looks different from epoch to epoch. Validation has to measure the same images every time, so it gets no transform.
#
# That is why the rows are split first and each part gets a dataset of its own. `random_split` on one dataset would give both parts the same transform.


# %%
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

# %% [markdown]
# ## Model and training step { #train }
#
# Two convolutions, one pooling, one linear layer. Training takes the same five steps everywhere on this site: `model.train()`, `optimizer.zero_grad()`, forward and loss, `loss.backward()`, `optimizer.step()`. `model.train()` switches dropout on, and `model.eval()` in `predict` switches it off.

# %%
model = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1),  # (batch, 16, 8, 8)
    nn.ReLU(),
    nn.Conv2d(16, 32, 3, padding=1),  # (batch, 32, 8, 8)
    nn.ReLU(),
    nn.MaxPool2d(2),  # (batch, 32, 4, 4)
    nn.Flatten(),  # (batch, 512)
    nn.Dropout(0.3),
    nn.Linear(512, 10),  # (batch, 10)
).to(device)
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

# %% [markdown]
# ## Keep the best epoch { #checkpoint }
#
# The last epoch is not always the best one. So the loop saves the weights whenever validation improves. Beside the file it also keeps them in a variable, the way many notes do it:

# %%
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

# %% [markdown]
# Now go back to the best epoch, once from the variable and once from the file:

# %%
print(f"best epoch:        {best:.3f}")
print(f"last epoch:        {valid_accuracy():.3f}")
model.load_state_dict(kept)
print(f"from the variable: {valid_accuracy():.3f}")
model.load_state_dict(torch.load("best.pt", map_location=device, weights_only=True))
print(f"from the file:     {valid_accuracy():.3f}")

# %% [markdown]
# The variable gives the last epoch, without a word. `state_dict()` returns the tensors themselves, not copies, and every later `optimizer.step()` changed them. The file was written at the right moment and stayed. In memory, `copy.deepcopy(model.state_dict())` does the same.
#
# ## What one number hides { #metrics }
#
# Accuracy says how many, not which. The confusion matrix has a row for each true digit and a column for each prediction, so everything off the diagonal is a mistake:

# %%
predicted = predict(valid_loader)
confusion = torch.zeros(10, 10, dtype=torch.int64)
confusion.index_put_((targets, predicted), torch.tensor(1), accumulate=True)
print(confusion)

# Of the true threes, how many were found? Of those called three, how many are?
recall = confusion.diag() / confusion.sum(1)
precision = confusion.diag() / confusion.sum(0)
print("digit    ", *(f"{digit:5}" for digit in range(10)))
print("recall   ", *(f"{value:5.2f}" for value in recall))
print("precision", *(f"{value:5.2f}" for value in precision))

# %% [markdown]
# Then look at the mistakes themselves. A wrong label or a broken file is found here and nowhere else:

# %% alt="The misread digits of the validation part as small gray images, each with a title of the form 8 as 1: the true digit and the prediction"
wrong = (predicted != targets).nonzero().flatten().tolist()
figure, row = plt.subplots(1, len(wrong), figsize=(6.4, 1.4), squeeze=False)
for index, axes in zip(wrong, row[0], strict=True):
    axes.imshow(valid_set[index][0][0], cmap="gray", interpolation="none")
    axes.set_title(f"{targets[index]} as {predicted[index]}", fontsize=9)
    axes.set_axis_off()
plt.show()

# %% [markdown]
# ## Predict the unlabelled images { #predict }
#
# The predictions come as a list, and the table pairs them with file names by position. So the loader must keep the order of the files. What if it shuffles, as the training loader does? This one time the true labels are known, so both can be scored:

# %%
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
submit("submission.csv", shuffle=False)

# %% [markdown]
# Same model, same predictions, same number of rows. The shuffled file is no better than guessing, and nothing warned. `shuffle=False` is the default of [DataLoader](../data/dataloader.md): leave it alone for everything but training.
#
# The score on the test images also differs from the one on the validation images. Validation was drawn from the same rows as training, and the test images come from another stretch of the collection. Expect such a gap on a leaderboard.
#
# ## Check the file { #check }
#
# A rejected upload costs a try, so compare the file with what was asked for before sending it:


# %%
def check(path):
    table = read_csv(path)
    assert list(table[0]) == ["file", "label"], "the columns"
    assert [row["file"] for row in table] == files, "every file once, in order"
    assert all(row["label"] in "0123456789" for row in table), "the labels"
    return f"{path}: {len(table)} rows, first {table[0]}"


print(check("submission.csv"))
print(check("shuffled.csv"))

# %% [markdown]
# The shuffled file passes too. A check of the form cannot see wrong content. What can is a loop that you trust: run the validation images through the same `submit` path and see whether the accuracy of the training log comes back.
#
# ## An error you will meet here { #errors }
#
# **`expected input[1, 32, 8, 8] to have 1 channels, but got 32 channels instead`** - the channel is missing. A batch of 32 images without it looks like one image with 32 channels:

# %%
try:
    model(torch.zeros(32, 8, 8, device=device))
except RuntimeError as error:
    print(error)
print(list(model(torch.zeros(32, 1, 8, 8, device=device)).shape))

# %% [markdown]
# ## Try it { #try-it }
#
# 1. Replace `kept = model.state_dict()` by `kept = copy.deepcopy(model.state_dict())` and import `copy`. The variable and the file give the same accuracy.
# 2. Take `transform=shift` away. The training loss ends lower, and so does the share of test images that are right.
# 3. Leave `model.eval()` out of `predict`. The accuracy of the same weights changes from call to call.
#
# ## Next { #next }
#
# - [One training run, watched](a-run-watched.py): the curves behind the numbers of the loop above.
# - [Dataset](../data/dataset.md#lazy-or-eager): why the shift belongs in `__getitem__`.
# - PyTorch documentation: [Saving and loading models](https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html)
