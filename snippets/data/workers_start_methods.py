# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.python314-forkserver"]
# timeout = 180
# alone = true
# ///
"""fork copies the running program; spawn and forkserver import your file again in a fresh interpreter."""

import multiprocessing
import sys
import time

from torch.utils.data import DataLoader, Dataset

# --8<-- [start:methods]
SETTING = "from the file"


class Peek(Dataset):
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return __name__, SETTING


if __name__ == "__main__":
    SETTING = "changed under the guard"
    seconds = {}
    for method in ("fork", "spawn", "forkserver"):
        begin = time.perf_counter()
        [(name, setting)] = DataLoader(
            Peek(), num_workers=1, multiprocessing_context=method
        )
        seconds[method] = time.perf_counter() - begin
        print(f"{method:10} __name__={name[0]:11} SETTING={setting[0]}")
# > fork       __name__=__main__    SETTING=changed under the guard
# > spawn      __name__=__mp_main__ SETTING=from the file
# > forkserver __name__=__mp_main__ SETTING=from the file
# --8<-- [end:methods]

# --8<-- [start:cost]
if __name__ == "__main__":
    for method, value in seconds.items():
        print(f"{method:10} {value:.2f} s to start one worker and get one batch")
    print(f"{seconds['fork'] < min(seconds['spawn'], seconds['forkserver'])=}")
# ~ fork       0.05 s to start one worker and get one batch
# ~ spawn      3.22 s to start one worker and get one batch
# ~ forkserver 1.93 s to start one worker and get one batch
# > seconds['fork'] < min(seconds['spawn'], seconds['forkserver'])=True
# --8<-- [end:cost]

# --8<-- [start:default]
if __name__ == "__main__":
    print(
        f"Python {sys.version_info.major}.{sys.version_info.minor}: {multiprocessing.get_start_method()!r}"
    )
# ~ Python 3.11: 'fork'
# --8<-- [end:default]
