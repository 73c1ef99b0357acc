# ---
# title: 학습 한 번을 지켜보기
# description: PyTorch 학습을 TensorBoard와 W&B 오프라인에 기록하고 다시 읽어 그립니다. 손실, 학습률, 기울기 크기를 보고, 알맞은 학습률과 너무 높거나 낮은 학습률의 모양을 구별합니다.
# packages: scikit-learn matplotlib tensorboard wandb
# ---

# %% [markdown]
# # 학습 한 번을 지켜보기 { #a-run-watched }
#
# 스텝마다 숫자 셋을 남기세요. 손실(loss), 학습률(learning rate), 기울기(gradient)의 크기입니다. 손실은 *잘못되었다는 것*을 알려 주고, 나머지 둘은 *무엇이* 잘못되었는지 알려 줍니다. 아래에서는 학습(training) 한 번을 TensorBoard와 W&B에 기록하고, 파일에서 다시 읽어 그리고, 오류를 내지 않는 문제 둘을 곡선에서 찾아냅니다.
#
# `norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])`
#
# 내 컴퓨터 밖으로 나가는 것은 없고, 계정도 필요 없습니다.

# %%
import json
import math
import os
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = (
    torch.accelerator.current_accelerator()
    if torch.accelerator.is_available()
    else torch.device("cpu")
)
digits = load_digits()
images = torch.tensor(digits.data, dtype=torch.float32) / 16  # (1797, 64)
labels = torch.tensor(digits.target)
train_set = TensorDataset(images[:1500], labels[:1500])
valid_set = TensorDataset(images[1500:], labels[1500:])

epochs = 12
steps = epochs * math.ceil(len(train_set) / 50)  # batches of 50
print(f"{device=} {len(train_set)=} {len(valid_set)=} {steps=}")

# %% [markdown]
# ## 스스로 보고하는 학습 { #train }
#
# 다섯 단계는 다른 장과 같습니다. `model.train()`, `optimizer.zero_grad()`, 순전파(forward pass)와 손실, `loss.backward()`, `optimizer.step()`. 새로운 것은 둘입니다. `get_total_norm`은 `backward()`가 채운 모든 기울기를 길이 하나로 줄입니다. `log`는 숫자 셋을 필요한 곳에 넘깁니다. 학습 함수는 누가 받는지 모릅니다. 그래서 반복문에 특정 도구의 호출이 섞이지 않습니다.

# %%
criterion = nn.CrossEntropyLoss()


def train(lr, log, steps_to_zero=steps):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)).to(
        device
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=steps_to_zero
    )
    loader = DataLoader(train_set, batch_size=50, shuffle=True)
    step = 0
    for _ in range(epochs):
        model.train()
        for inputs, targets in loader:
            inputs, targets = inputs.to(device), targets.to(device)
            optimizer.zero_grad()
            logits = model(inputs)
            loss = criterion(logits, targets)
            loss.backward()
            norm = nn.utils.get_total_norm([p.grad for p in model.parameters()])
            log(
                step,
                {
                    "loss": loss.item(),
                    "lr": optimizer.param_groups[0]["lr"],
                    "grad_norm": norm.item(),
                },
            )
            optimizer.step()
            scheduler.step()
            step += 1
    model.eval()
    inputs, targets = valid_set.tensors
    with torch.no_grad():
        predicted = model(inputs.to(device)).argmax(1).cpu()
    return (predicted == targets).float().mean().item()


def show(step, values):
    if step % 60 == 0:
        print(step, {name: round(value, 3) for name, value in values.items()})


print(f"accuracy {train(0.1, show):.3f}")

# %% [markdown]
# 텐서(tensor)가 아니라 숫자를 남기세요. `.item()`이 주는 실수는 아무것도 붙들고 있지 않습니다. 그리고 학습률은 그 스텝이 실제로 쓰는 값을 남겨야 하므로 `scheduler.step()`보다 먼저 기록합니다.
#
# ## TensorBoard와 W&B에 기록하기 { #log }
#
# 도구는 `log`에 넘기는 함수로 들어옵니다. [TensorBoard](../monitoring/tensorboard.md)는 호출마다 숫자 하나를, [wandb](../monitoring/wandb.md)는 호출마다 딕셔너리 하나를 받습니다. `mode="offline"`이면 실행(run)이 폴더에만 남고, `WANDB_ERROR_REPORTING=false`는 그때도 wandb가 보내는 [사용 정보](../monitoring/wandb.md#telemetry)를 멈춥니다.
#
# 아래 두 import를 맨 위가 아니라 여기에 둔 데는 이유가 있습니다. TensorFlow도 설치된 곳에서는 첫 옵티마이저(optimizer)보다 먼저 TensorBoard를 가져오면 [프로세스가 죽을 수 있습니다](../start/pytorch-vs-tensorflow.md#errors). 위의 학습이 이미 옵티마이저를 만들었으니 이제 괜찮습니다.

# %%
os.environ["WANDB_ERROR_REPORTING"] = "false"
os.environ["WANDB_SILENT"] = "true"

import wandb
from torch.utils.tensorboard import SummaryWriter

with (
    SummaryWriter("runs/good") as writer,
    wandb.init(
        project="digits", name="good", mode="offline", config={"lr": 0.1}
    ) as run,
):

    def to_both(step, values):
        for name, value in values.items():
            writer.add_scalar(name, value, step)
        run.log(values, step=step)

    accuracy = train(0.1, to_both)
    run.summary["accuracy"] = accuracy
    writer.add_scalar("accuracy", accuracy, steps)

print(f"accuracy {accuracy:.3f}")
print("runs: ", [path.name[:19] for path in Path("runs/good").iterdir()])
print("wandb:", [path.name[:11] for path in Path("wandb").glob("offline-*")])

# %% [markdown]
# ## 다시 읽기 { #read-back }
#
# 다시 읽을 수 없는 숫자는 남긴 것이 아닙니다. 두 도구 모두 읽는 방법이 있습니다.

# %%
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def read_events(folder):
    events = EventAccumulator(folder, size_guidance={"scalars": 0}).Reload()
    return {
        tag: [event.value for event in events.Scalars(tag)]
        for tag in ("loss", "lr", "grad_norm")
    }


good = read_events("runs/good")

folder = next(Path("wandb").glob("offline-run-*"))
command = [sys.executable, "-m", "wandb", "leet", "inspect", "--json", str(folder)]
lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
records = [json.loads(line) for line in lines.splitlines()]
history = [record["history"]["item"] for record in records if "history" in record]

print(f"{len(good['loss'])=} {len(history)=}")
for step in (0, 100, 359):
    print(f"step {step}: {good['loss'][step]:.4f} {history[step]['loss']:.4f}")

# %% [markdown]
# 두 파일의 값이 같습니다. `size_guidance={"scalars": 0}`은 점이 아무리 많아도 모두 달라는 뜻입니다. 차트로 보려면 터미널에서 `tensorboard --logdir runs`나 `wandb leet`을 실행하세요.
#
# ## 건강한 학습의 모양 { #healthy }


# %% alt="알맞은 학습의 스텝별 차트 셋. 손실은 가파르게 떨어진 뒤 0 근처에서 평평해지고, 학습률은 반쪽 코사인을 따라 0으로 내려가고, 기울기 크기는 먼저 커졌다가 심하게 떨리며 줄어듭니다"
def draw(runs, names=("loss", "lr", "grad_norm")):
    figure, row = plt.subplots(1, len(names), figsize=(7.2, 2.4), squeeze=False)
    for name, axes in zip(names, row[0], strict=True):
        for (label, curves), colour in zip(runs.items(), colours, strict=False):
            third = curves[name][::3]  # enough for the eye
            axes.plot(range(0, steps, 3), third, label=label, color=colour, lw=1)
        axes.set(title=name, xlabel="step")
    if len(runs) > 1:
        row[0, 0].legend(frameon=False, fontsize=8)
    figure.tight_layout()
    plt.show()


colours = ("#2b8a3e", "#d9480f", "#1c7ed6")
draw({"good": good})

# %% [markdown]
# 왼쪽부터 읽어 보세요. 손실은 빠르게, 그다음 천천히 떨어집니다. 자잘한 떨림은 배치(batch) 때문입니다. 쉬운 배치도 있고 어려운 배치도 있습니다. 학습률은 스케줄러(scheduler)에 시킨 그대로 움직입니다. 기울기는 모델이 방향을 잡는 동안 커지고, 고칠 것이 줄면 작아집니다.
#
# ## 너무 높을 때, 너무 낮을 때 { #learning-rates }
#
# 학습률만 바꿔 같은 학습을 두 번 더 합니다. 시드까지 나머지는 모두 같습니다.


# %%
def train_logged(name, lr, **options):
    with SummaryWriter(f"runs/{name}") as writer:

        def log(step, values):
            for tag, value in values.items():
                writer.add_scalar(tag, value, step)

        accuracy = train(lr, log, **options)
    curves = read_events(f"runs/{name}")
    first, last = curves["loss"][0], sum(curves["loss"][-30:]) / 30
    print(
        f"{name:9} lr={lr:<6} loss {first:.2f} -> {last:.2f}, highest "
        f"{max(curves['loss']):.2f}, accuracy {accuracy:.3f}"
    )
    return curves


runs = {
    "good": train_logged("good_2", 0.1),
    "too high": train_logged("too_high", 2.0),
    "too low": train_logged("too_low", 0.001),
}
print(f"loss of guessing among ten: {math.log(10):.2f}")

# %% alt="세 학습의 손실과 기울기 크기. 알맞은 학습의 손실은 0 근처로 떨어집니다. 너무 높은 학습은 첫 스텝들에서 치솟았다가 찍는 높이로 돌아와 머물고, 기울기는 한 번 튄 뒤 작게 남습니다. 너무 낮은 학습은 직선처럼 아주 천천히 내려갑니다"
draw(runs, ("loss", "grad_norm"))

# %% [markdown]
# | | 손실 | 기울기 크기 | 할 일 |
# |---|---|---|---|
# | 알맞음 | 빠르게, 그다음 천천히 떨어짐 | 커졌다가 줄어듦 | 그대로 둡니다 |
# | 너무 높음 | 시작보다 높이 튀고, 찍는 손실에 머묾 | 한 번 튀고 작게 남음 | 10으로 나눕니다 |
# | 너무 낮음 | 끝에서도 아직 내려가는 비스듬한 선 | 거의 그대로 | 10을 곱합니다 |
#
# 주황색 곡선의 끝을 다시 보세요. 손실은 평평하고 기울기는 작습니다. 학습이 다 끝났을 때와 같은 모양입니다. 하지만 평평한 높이가 찍는 손실이고, 정확도(accuracy)도 찍는 수준입니다. 기울기가 작다는 것은 움직이지 않는다는 뜻일 뿐, 잘되었다는 뜻이 아닙니다.
#
# ## 곡선 하나에만 보이는 문제 { #scheduler }
#
# `T_max`는 `scheduler.step()`을 부르는 횟수입니다. 여기서는 배치마다 부르므로 배치의 수를 넣어야 합니다. 많은 예제처럼 에폭(epoch)의 수를 넣어도 손실은 불평하지 않습니다.

# %%
wrong = train_logged("t_max", 0.1, steps_to_zero=epochs)
for name, curves in (("good", good), ("wrong", wrong)):
    print(f"{name:5} lr every 6 steps:", [round(x, 3) for x in curves["lr"][:42:6]])

# %% alt="알맞은 학습과 틀린 학습의 손실과 학습률. 손실 곡선은 거의 겹칩니다. 학습률은 다릅니다. 알맞은 쪽은 반쪽 코사인으로 한 번 내려가고, 틀린 쪽은 시작 값과 0 사이를 계속 오갑니다"
draw({"good": good, "T_max=epochs": wrong}, ("loss", "lr"))

# %% [markdown]
# 손실은 낮게 끝났고 정확도도 좋습니다. 둘만 보면 합격입니다. 이렇게 쉬운 데이터에서는 해가 없기도 합니다. 아무도 시키지 않은 오르내림은 학습률 곡선에만 보입니다. 다 안다고 믿는 숫자까지 남겨야 하는 이유입니다.
#
# ## 직접 해 보기 { #try-it }
#
# 1. `train`에서 `optimizer.zero_grad()`를 지워 보세요. 스텝이 갈수록 기울기가 커집니다. [기울기는 더해지기](../autograd/gradients-add-up.md) 때문입니다.
# 2. `lr=2.0`인 학습에서 `get_total_norm` 다음에 `nn.utils.clip_grad_norm_(model.parameters(), 1.0)`을 불러 보세요. 가장 높은 손실이 내려가고, 찍는 것보다 나은 결과로 끝납니다.
#
# ## 다음 { #next }
#
# - [TensorBoard로 학습 지켜보기](../monitoring/tensorboard.md): 히스토그램, 이미지, 모델 그래프를 봅니다.
# - [wandb로 실험 기록하기](../monitoring/wandb.md): 실행에 무엇이 담기고 나중에 어떻게 보내는지 봅니다.
# - PyTorch 문서: [How to adjust learning rate](https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate)
