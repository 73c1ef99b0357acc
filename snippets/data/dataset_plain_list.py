# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.dataset-is-how-to-fetch"]
# ///
"""Whatever has __getitem__ and __len__ is a dataset: a list is one, the bare base class is not."""

# --8<-- [start:answer]
from torch.utils.data import DataLoader

dataset = [10, 20, 30]  # or an object of your own class
loader = DataLoader(dataset, batch_size=2, shuffle=True)
# --8<-- [end:answer]

# --8<-- [start:list]
print([batch.tolist() for batch in DataLoader([10, 20, 30], batch_size=2)])
# > [[10, 20], [30]]
# --8<-- [end:list]

# --8<-- [start:base]
from torch.utils.data import Dataset

try:
    Dataset()[0]
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Subclasses of Dataset should implement __getitem__.
# --8<-- [end:base]
