# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "pandas>=2.2", "numpy>=2", "scikit-learn>=1.5"]
# ///
"""What a table says when it is not all numbers, and what the loss says when shapes or cells are wrong."""

import warnings

import pandas as pd
import torch
from sklearn.preprocessing import StandardScaler
from torch import nn

# --8<-- [start:object]
table = pd.DataFrame(
    {
        "area": [59.0, 84.0, 102.0],
        "district": ["north", "river", "north"],
        "rent": ["1,200", "1,850", "?"],  # one odd cell, and all is text
        "since": pd.to_datetime(["2024-01-01", "2024-01-31", "2024-03-01"]),
    }
)
dummies = pd.get_dummies(table[["area", "district"]])
for name, frame in (
    ("a column of text", table[["area", "district"]]),
    ("digits as text", table[["area", "rent"]]),
    ("bool beside float", dummies),
    ("a column of dates", table[["area", "since"]]),
):
    try:
        torch.tensor(frame.to_numpy())
    except TypeError as error:
        print(f"{name}: {error}")
        print(f"  {frame.dtypes.astype(str).to_dict()}")
# > a column of text: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
# >   {'area': 'float64', 'district': 'str'}
# > digits as text: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
# >   {'area': 'float64', 'rent': 'str'}
# > bool beside float: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
# >   {'area': 'float64', 'district_north': 'bool', 'district_river': 'bool'}
# > a column of dates: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
# >   {'area': 'float64', 'since': 'datetime64[us]'}
# --8<-- [end:object]

# --8<-- [start:object-mended]
rent = pd.to_numeric(table["rent"].str.replace(",", ""), errors="coerce")
print(f"rent: {rent.tolist()}, empty cells: {rent.isna().sum()}")
# > rent: [1200.0, 1850.0, nan], empty cells: 1
numbers = dummies.astype("float32").to_numpy()
print(torch.tensor(numbers))
# > tensor([[ 59.,   1.,   0.],
# >         [ 84.,   0.,   1.],
# >         [102.,   1.,   0.]])
days = (table["since"] - table["since"].min()).dt.days
print(f"days: {days.tolist()}")
# > days: [0, 30, 60]
# --8<-- [end:object-mended]

# --8<-- [start:could-not]
try:
    StandardScaler().fit(table[["area", "district"]])
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
# > ValueError: could not convert string to float: 'north'
# --8<-- [end:could-not]

# --8<-- [start:double]
inputs = torch.tensor(table[["area"]].to_numpy())  # pandas holds float64
layer = nn.Linear(1, 1)
try:
    layer(inputs)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
print(layer(inputs.float()).dtype)
# > torch.float32
# --8<-- [end:double]

# --8<-- [start:target-size]
torch.manual_seed(0)
outputs = torch.randn(32, 1)  # what a last Linear(..., 1) returns
targets = torch.randn(32)
criterion = nn.MSELoss()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wrong = criterion(outputs, targets)
print(str(caught[0].message).partition(". ")[0])
# > Using a target size (torch.Size([32])) that is different to the input size (torch.Size([32, 1]))
print(f"{(outputs - targets).shape=}")
# > (outputs - targets).shape=torch.Size([32, 32])
right = criterion(outputs, targets.unsqueeze(1))
print(f"wrong {wrong.item():.2f}, right {right.item():.2f}")
# > wrong 2.19, right 2.32
# --8<-- [end:target-size]

# --8<-- [start:targets]
hidden = torch.randn(32, 8)
outputs, classes = nn.Linear(8, 1)(hidden), nn.Linear(8, 3)(hidden)
number = torch.randn(32, 1)
yes_or_no = torch.randint(0, 2, (32, 1)).float()
one_of_three = torch.randint(0, 3, (32,))
print(f"{nn.MSELoss()(outputs, number).shape=}")
# > nn.MSELoss()(outputs, number).shape=torch.Size([])
print(f"{nn.BCEWithLogitsLoss()(outputs, yes_or_no).shape=}")
# > nn.BCEWithLogitsLoss()(outputs, yes_or_no).shape=torch.Size([])
print(f"{nn.CrossEntropyLoss()(classes, one_of_three).shape=}")
# > nn.CrossEntropyLoss()(classes, one_of_three).shape=torch.Size([])
print(f"{one_of_three.dtype=} {yes_or_no.dtype=}")
# > one_of_three.dtype=torch.int64 yes_or_no.dtype=torch.float32
# --8<-- [end:targets]

# --8<-- [start:nan]
cells = torch.tensor([[59.0, 3.0], [84.0, float("nan")]])
loss = nn.Linear(2, 1)(cells).mean()
print(f"{loss.item()=} rows with an empty cell: {cells.isnan().any(dim=1).sum()}")
# > loss.item()=nan rows with an empty cell: 1
# --8<-- [end:nan]

# --8<-- [start:one-row]
row = pd.DataFrame([{"area": 84.0, "district": "river"}])
model = nn.Linear(dummies.shape[1], 1)
one = torch.tensor(pd.get_dummies(row).astype("float32").to_numpy())
try:
    model(one)
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1x2 and 3x1)
# <= 2.14
# > RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x2 and 3x1)
same = pd.get_dummies(row).reindex(columns=dummies.columns, fill_value=0)
print(model(torch.tensor(same.astype("float32").to_numpy())).shape)
# > torch.Size([1, 1])
# --8<-- [end:one-row]
