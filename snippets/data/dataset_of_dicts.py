# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["data.custom-dataset-code"]
# ///
"""The smallest Dataset of your own, with dict samples, and what a loader makes of it."""

# --8<-- [start:class]
from torch.utils.data import DataLoader, Dataset


class CustomDataset(Dataset):
    def __init__(self, texts, labels):
        self.texts = texts
        self.labels = labels

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return {"Text": self.texts[index], "Class": self.labels[index]}


dataset = CustomDataset(["good", "bad", "fine"], [1, 0, 1])
print(f"{len(dataset)=}")
# > len(dataset)=3
print(f"{dataset[0]=}")
# > dataset[0]={'Text': 'good', 'Class': 1}

loader = DataLoader(dataset, batch_size=2)
for batch in loader:
    print(batch)
# > {'Text': ['good', 'bad'], 'Class': tensor([1, 0])}
# > {'Text': ['fine'], 'Class': tensor([1])}
# --8<-- [end:class]
