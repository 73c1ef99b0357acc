# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.spawn-lambda"]
# timeout = 180
# ///
"""A worker that is not forked gets its arguments by pickle, and a lambda cannot be pickled. A function of the module can."""

from functools import partial
from pickle import PicklingError, dumps

from torch.utils.data import DataLoader


# --8<-- [start:lambda]
def make():
    return lambda batch: batch


if __name__ == "__main__":
    try:
        list(
            DataLoader(
                [1, 2],
                num_workers=1,
                multiprocessing_context="spawn",
                collate_fn=lambda batch: batch,
            )
        )
    except PicklingError as error:
        print(f"{type(error).__name__}: {error}")
# > PicklingError: Can't pickle <function <lambda> at 0x7fca598658a0>: attribute lookup <lambda> on __main__ failed
# ! UserWarning: Got pickle error when attempting to start a worker Process. This might be because the worker Process arguments are not picklable. Python 3.14+ changed the multiprocessing start method in non-Mac POSIX platforms to 'forkserver', which requires the worker Process arguments to be picklable. You can also try multiprocessing.set_start_method('fork').

if __name__ == "__main__":
    try:
        dumps(make())
    except (AttributeError, PicklingError) as error:  # its type and words vary
        print(f"{type(error).__name__}: {error}")
# ~ AttributeError: Can't pickle local object 'make.<locals>.<lambda>'
# --8<-- [end:lambda]


# --8<-- [start:function]
def first(batch, count=1):
    return batch[:count]


if __name__ == "__main__":
    for collate_fn in (first, partial(first, count=2)):
        loader = DataLoader(
            [1, 2, 3],
            batch_size=3,
            num_workers=1,
            multiprocessing_context="spawn",
            collate_fn=collate_fn,
        )
        print(list(loader))
# > [[1]]
# > [[1, 2]]
# --8<-- [end:function]
