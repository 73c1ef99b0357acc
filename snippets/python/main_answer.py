# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""A training script: definitions above, the work under the guard."""


# --8<-- [start:answer]
def main():
    print("training ...")


if __name__ == "__main__":
    main()
# > training ...
# --8<-- [end:answer]

# --8<-- [start:workers]
from torch.utils.data import DataLoader


class Squares:
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return index**2


if __name__ == "__main__":
    start = "spawn"
    loader = DataLoader(Squares(), num_workers=1, multiprocessing_context=start)
    print([batch.item() for batch in loader])
# > [0, 1, 4, 9]
# --8<-- [end:workers]
