# ---
# title: 이미지 파일에서 제출 파일까지
# description: PNG 파일에서 submission.csv까지 한 번에. Dataset, 이동 증강, 데이터 나누기, 학습과 체크포인트, 혼동 행렬, 예측, 그리고 오류 없이 틀리는 두 가지 실수를 숫자로 잡아냅니다.
# packages: scikit-learn matplotlib pillow
# ---

# %% [markdown]
# # 이미지 파일에서 제출 파일까지 { #images-to-submission }
#
# 이미지 폴더와 제출 파일 사이에는 일곱 단계가 있습니다. 이미지 한 장 읽기, 증강(augmentation), 나누기, 학습(training), 가장 좋은 에폭(epoch) 남기기, 틀린 것 들여다보기, 파일 순서대로 예측하기. 어느 것도 길지 않습니다. 그런데 순위를 깎아 먹는 것은 대개 모델이 아니라 오류 없이 조용히 틀린 단계입니다. 그 가운데 둘을 숫자와 함께 보여 드립니다.
#
# `torch.save(model.state_dict(), "best.pt")`
#
# 빈 폴더에서 위에서부터 차례로 실행하면 됩니다. CPU로 충분합니다.

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
# ## 파일 { #files }
#
# 대회가 주는 것은 셋입니다. 레이블(label)이 있는 이미지, 그 레이블을 적은 표, 레이블이 없는 이미지입니다. 내려받을 것이 없도록 아래 셀이 직접 만듭니다. scikit-learn의 손글씨 숫자를 평범한 PNG 파일로 저장합니다.


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
# 파일 이름 앞을 0으로 채웠습니다. 채우지 않으면 글자 순서로는 `10.png`가 `2.png`보다 앞에 오고, 정렬한 목록이 번호 순서와 어긋납니다.
#
# ## 이미지 하나에 레이블 하나 { #dataset }
#
# [Dataset](../data/dataset.md)은 행의 목록만 갖고 있다가 달라고 할 때 파일을 엽니다. `Image.open`이 주는 것은 높이와 너비, 그리고 255까지의 값입니다. 합성곱은 실수와 맨 앞의 채널을 기대합니다. 그래서 `unsqueeze`와 나눗셈을 여기에 둡니다.


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
# ## 증강은 학습 데이터에만 { #augment }
#
# 한 픽셀 옮긴 숫자는 여전히 같은 숫자입니다. 얼마나 옮길지는 꺼낼 때마다 새로 뽑으므로 같은 이미지도 에폭마다 다르게 보입니다. 검증(validation)은 매번 같은 이미지로 재야 하므로 변환이 없습니다.
#
# 그래서 행을 먼저 나누고 데이터셋(dataset)을 따로 만듭니다. 데이터셋 하나를 `random_split`으로 나누면 양쪽이 같은 변환을 쓰게 됩니다.


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
# ## 모델과 학습 한 스텝 { #train }
#
# 합성곱 둘, 풀링 하나, 선형 레이어(layer) 하나입니다. 학습은 이 사이트 어디서나 같은 다섯 단계입니다. `model.train()`, `optimizer.zero_grad()`, 순전파(forward pass)와 손실(loss), `loss.backward()`, `optimizer.step()`. 드롭아웃(dropout)은 `model.train()`이 켜고, `predict` 안의 `model.eval()`이 끕니다.

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
# ## 가장 좋은 에폭 남기기 { #checkpoint }
#
# 마지막 에폭이 가장 좋다는 법은 없습니다. 그래서 검증 정확도(accuracy)가 오를 때마다 가중치(weight)를 저장합니다. 이번에는 파일에만 쓰지 않고, 많은 노트가 하듯 변수에도 담아 둡니다.

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
# 이제 가장 좋았던 에폭으로 돌아갑니다. 한 번은 변수에서, 한 번은 파일에서 읽습니다.

# %%
print(f"best epoch:        {best:.3f}")
print(f"last epoch:        {valid_accuracy():.3f}")
model.load_state_dict(kept)
print(f"from the variable: {valid_accuracy():.3f}")
model.load_state_dict(torch.load("best.pt", map_location=device, weights_only=True))
print(f"from the file:     {valid_accuracy():.3f}")

# %% [markdown]
# 변수는 말없이 마지막 에폭을 내놓았습니다. `state_dict()`는 복사본이 아니라 텐서(tensor) 자체를 돌려주고, 그 뒤의 `optimizer.step()`이 그 값을 계속 바꿨기 때문입니다. 파일은 제때 쓰여 그대로 남았습니다. 메모리에 두고 싶다면 `copy.deepcopy(model.state_dict())`를 쓰세요.
#
# ## 숫자 하나가 감추는 것 { #metrics }
#
# 정확도는 몇 개를 맞혔는지만 알려 줍니다. 무엇을 틀렸는지는 혼동 행렬에 있습니다. 행은 실제 숫자, 열은 예측입니다. 대각선 밖에 있는 것은 모두 틀린 예측입니다.

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
# 이제 틀린 이미지를 직접 보세요. 잘못 붙은 레이블이나 깨진 파일은 여기서만 드러납니다.

# %% alt="검증 데이터에서 잘못 읽은 숫자들이 작은 흑백 그림으로 있습니다. 그림마다 실제 숫자와 예측이 8 as 1 같은 제목으로 붙어 있습니다"
wrong = (predicted != targets).nonzero().flatten().tolist()
figure, row = plt.subplots(1, len(wrong), figsize=(6.4, 1.4), squeeze=False)
for index, axes in zip(wrong, row[0], strict=True):
    axes.imshow(valid_set[index][0][0], cmap="gray", interpolation="none")
    axes.set_title(f"{targets[index]} as {predicted[index]}", fontsize=9)
    axes.set_axis_off()
plt.show()

# %% [markdown]
# ## 레이블 없는 이미지 예측하기 { #predict }
#
# 예측은 목록으로 나오고, 표를 만들 때 파일 이름과 자리로 짝을 짓습니다. 그러니 데이터로더(data loader)가 파일 순서를 지켜야 합니다. 학습용처럼 섞으면 어떻게 될까요? 이번만은 정답을 알고 있으니 둘 다 채점해 보겠습니다.

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
# 모델도, 예측도, 행의 수도 같습니다. 그런데 섞은 파일은 찍는 것과 다르지 않고, 경고 한 줄 없었습니다. [DataLoader](../data/dataloader.md)의 기본값은 `shuffle=False`입니다. 학습이 아니라면 그대로 두세요.
#
# 테스트 점수는 검증 정확도와도 다릅니다. 검증 데이터는 학습 데이터와 같은 구간에서 뽑았고, 테스트 이미지는 데이터의 다른 구간에서 왔습니다. 리더보드에서도 이런 차이를 각오하세요.
#
# ## 파일 검사하기 { #check }
#
# 파일이 반려되면 제출 기회가 하나 줄어듭니다. 보내기 전에 요구한 형식과 맞춰 보세요.


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
# 섞은 파일도 통과합니다. 형식 검사로는 내용이 틀렸는지 알 수 없습니다. 알아낼 방법은 믿을 수 있는 경로뿐입니다. 검증 이미지를 같은 `submit` 과정에 넣어 보고, 학습 기록의 정확도가 그대로 나오는지 확인하세요.
#
# ## 여기서 만나는 오류 { #errors }
#
# **`expected input[1, 32, 8, 8] to have 1 channels, but got 32 channels instead`** - 채널이 빠졌습니다. 채널이 없는 이미지 32장 배치(batch)는 채널이 32개인 이미지 한 장처럼 보입니다.

# %%
try:
    model(torch.zeros(32, 8, 8, device=device))
except RuntimeError as error:
    print(error)
print(list(model(torch.zeros(32, 1, 8, 8, device=device)).shape))

# %% [markdown]
# ## 직접 해 보기 { #try-it }
#
# 1. `kept = model.state_dict()`를 `kept = copy.deepcopy(model.state_dict())`로 바꾸고 `copy`를 가져오세요. 변수와 파일의 정확도가 같아집니다.
# 2. `transform=shift`를 빼 보세요. 학습 손실은 더 낮게 끝나지만, 맞힌 테스트 이미지는 줄어듭니다.
# 3. `predict`에서 `model.eval()`을 빼 보세요. 가중치가 같은데도 부를 때마다 정확도가 달라집니다.
#
# ## 다음 { #next }
#
# - [학습 한 번을 지켜보기](a-run-watched.py): 위 반복문이 찍은 숫자 뒤의 곡선을 봅니다.
# - [Dataset](../data/dataset.md#lazy-or-eager): 이동을 왜 `__getitem__`에 두는지 봅니다.
# - PyTorch 문서: [Saving and loading models](https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html)
