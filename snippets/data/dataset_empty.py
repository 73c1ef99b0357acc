# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Four ways to a dataset without samples."""

import tempfile
from pathlib import Path

from torch.utils.data import DataLoader, Subset

# --8<-- [start:causes]
folder = Path(tempfile.mkdtemp())
for number in range(5):
    (folder / f"{number}.JPEG").touch()
labels = [0, 1, 1, 0, 1]  # the classes as numbers

for name, samples in (
    ("misspelt folder", list(Path("imgaes").glob("*"))),
    ("other ending", list(folder.glob("*.jpg"))),
    ("filter", [label for label in labels if label == "1"]),
    ("10% of 5", Subset(labels, range(int(0.1 * len(labels))))),
):
    try:
        DataLoader(samples, shuffle=True)
    except ValueError as error:
        print(f"{name}: {error}")
# > misspelt folder: num_samples should be a positive integer value, but got num_samples=0
# > other ending: num_samples should be a positive integer value, but got num_samples=0
# > filter: num_samples should be a positive integer value, but got num_samples=0
# > 10% of 5: num_samples should be a positive integer value, but got num_samples=0

endings = (".jpg", ".jpeg")
found = [path for path in folder.iterdir() if path.suffix.lower() in endings]
ones = [label for label in labels if label == 1]
share = Subset(labels, range(max(1, int(0.1 * len(labels)))))
print(f"{len(found)=} {len(ones)=} {len(share)=}")
# > len(found)=5 len(ones)=3 len(share)=1
# --8<-- [end:causes]
