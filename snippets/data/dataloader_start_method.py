# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""multiprocessing_context decides whether a worker is a copy of the program or starts by importing it."""

# --8<-- [start:context]
from torch.utils.data import DataLoader, Dataset

language = "set by import"


class Labels(Dataset):
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return f"in {__name__}: {language}"


if __name__ == "__main__":
    language = "changed while running"
    for context in ("fork", "spawn"):  # Windows has no fork
        [label] = DataLoader(
            Labels(),
            batch_size=None,
            num_workers=1,
            multiprocessing_context=context,
        )
        print(f"{context:5} {label}")
# > fork  in __main__: changed while running
# > spawn in __mp_main__: set by import
# --8<-- [end:context]
