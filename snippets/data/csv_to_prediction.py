# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pandas>=2.2", "numpy>=2", "scikit-learn>=1.5", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["csv_to_prediction.svg"]
# ///
"""A CSV table becomes a model, and the model prices one new row."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:make]
rng = np.random.default_rng(0)
rows = 600
area = rng.uniform(30, 130, rows).round(1)
floor = rng.integers(1, 25, rows).astype(float)
built = rng.integers(1985, 2025, rows)
district = rng.choice(["center", "north", "river"], rows)
factor = pd.Series(district).map({"center": 9.0, "north": 5.0, "river": 7.0})
noise = rng.normal(0, 25, rows)
price = area * factor + 2 * floor + 3 * (built - 1985) + noise
floor[rng.choice(rows, 30, replace=False)] = np.nan  # some cells are empty
pd.DataFrame(
    {
        "area": area,
        "floor": floor,
        "built": built,
        "district": district,
        "price": price.round(),
    }
).to_csv("flats.csv", index=False)
# --8<-- [end:make]

# --8<-- [start:read]
table = pd.read_csv("flats.csv")
print(table.head(3))
# >    area  floor  built district  price
# > 0  93.7   15.0   1994    north  533.0
# > 1  57.0    1.0   2022   center  631.0
# > 2  34.1    9.0   2017   center  415.0
print(f"{len(table)} rows, empty cells: {table.isna().sum().to_dict()}")
# > 600 rows, empty cells: {'area': 0, 'floor': 30, 'built': 0, 'district': 0, 'price': 0}
# --8<-- [end:read]

# --8<-- [start:split]
train, test = train_test_split(table, test_size=0.25, random_state=0)
print(f"{len(train)=} {len(test)=}")
# > len(train)=450 len(test)=150
# --8<-- [end:split]


# --8<-- [start:prepare]
numbers = ["area", "floor", "built"]
districts = sorted(train["district"].unique())
middle = train[numbers].median()  # from the training rows only
scaler = StandardScaler().fit(train[numbers].fillna(middle))  # these too


def prepare(frame):
    """(rows, columns) float32: scaled numbers, then one column per district."""
    scaled = scaler.transform(frame[numbers].fillna(middle))
    chosen = frame["district"].to_numpy()[:, None] == np.array(districts)
    return torch.tensor(np.hstack([scaled, chosen]), dtype=torch.float32)


print(f"{prepare(train).shape=}")
# > prepare(train).shape=torch.Size([450, 6])
print(prepare(train)[0])
# > tensor([-1.0346, -0.7117, -0.1505,  0.0000,  1.0000,  0.0000])
# --8<-- [end:prepare]

# --8<-- [start:target]
price_mean, price_std = train["price"].mean(), train["price"].std()
print(f"{price_mean=:.0f} {price_std=:.0f}")
# > price_mean=661 price_std=247
targets = torch.tensor(train["price"].to_numpy(), dtype=torch.float32)
targets = ((targets - price_mean) / price_std).unsqueeze(1)  # (rows, 1)
dataset = TensorDataset(prepare(train), targets)
loader = DataLoader(
    dataset,
    batch_size=32,
    shuffle=True,
    generator=torch.Generator().manual_seed(0),
)
inputs, targets = next(iter(loader))
print(f"{inputs.shape=} {targets.shape=}")
# > inputs.shape=torch.Size([32, 6]) targets.shape=torch.Size([32, 1])
# --8<-- [end:target]

# --8<-- [start:train]
torch.manual_seed(0)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = nn.Sequential(nn.Linear(6, 32), nn.ReLU(), nn.Linear(32, 1)).to(device)
criterion = nn.MSELoss()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
for epoch in range(30):
    model.train()  # 1 training mode
    total = 0.0
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.item() * len(inputs)
    if epoch in (0, 9, 29):
        print(f"epoch {epoch + 1}: training loss {total / len(dataset):.2f}")
# > epoch 1: training loss 0.52
# > epoch 10: training loss 0.01
# > epoch 30: training loss 0.01
# --8<-- [end:train]


# --8<-- [start:predict]
def predict(frame):
    """The price of each row, in the unit of the table."""
    model.eval()
    with torch.no_grad():
        scaled = model(prepare(frame).to(device)).squeeze(1).cpu()
    return scaled * price_std + price_mean


new = pd.DataFrame(
    [{"area": 84.0, "floor": 12, "built": 2015, "district": "river"}]
)
print(f"{predict(new).item():.0f}")
# > 683
# --8<-- [end:predict]

# --8<-- [start:test]
truth = torch.tensor(test["price"].to_numpy(), dtype=torch.float32)
error = (predict(test) - truth).abs().mean().item()
guess = (price_mean - truth).abs().mean().item()
print(f"mean absolute error {error:.0f}, always the mean price {guess:.0f}")
# > mean absolute error 23, always the mean price 179
print(f"the noise in these prices: {np.abs(noise[test.index]).mean():.0f}")
# > the noise in these prices: 21
# --8<-- [end:test]

# --8<-- [start:others]
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LinearRegression

for rival in (LinearRegression(), HistGradientBoostingRegressor(random_state=0)):
    rival.fit(prepare(train).numpy(), train["price"])
    answers = rival.predict(prepare(test).numpy())
    error = np.abs(answers - test["price"]).mean()
    print(f"{type(rival).__name__}: mean absolute error {error:.0f}")
# > LinearRegression: mean absolute error 36
# > HistGradientBoostingRegressor: mean absolute error 27
# --8<-- [end:others]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.6, 3.4))
axes.scatter(truth, predict(test), s=10, color="#1c7ed6")
ends = [truth.min(), truth.max()]
axes.plot(ends, ends, color="gray", linewidth=1)
axes.set(xlabel="price in the table", ylabel="predicted price")
axes.spines[["top", "right"]].set_visible(False)
figure.savefig("csv_to_prediction.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]

# --8<-- [start:save]
torch.save(
    {
        "model": model.state_dict(),
        "districts": districts,
        "middle": middle.tolist(),
        "mean": scaler.mean_.tolist(),
        "scale": scaler.scale_.tolist(),
        "price": (float(price_mean), float(price_std)),
    },
    "flats.pt",
)
kept = torch.load("flats.pt")
again = nn.Sequential(nn.Linear(6, 32), nn.ReLU(), nn.Linear(32, 1)).eval()
again.load_state_dict(kept["model"])
row = [84.0, 12.0, 2015.0]
scaled = [
    (value - mean) / scale
    for value, mean, scale in zip(row, kept["mean"], kept["scale"], strict=True)
]
chosen = [float(name == "river") for name in kept["districts"]]
mean, std = kept["price"]
with torch.no_grad():
    print(f"{again(torch.tensor([scaled + chosen])).item() * std + mean:.0f}")
# > 683
# --8<-- [end:save]
