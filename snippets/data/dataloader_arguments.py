# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Every argument of DataLoader with its default, read from the installed version."""

# --8<-- [start:signature]
import inspect

from torch.utils.data import DataLoader

arguments = inspect.signature(DataLoader).parameters.values()
for argument in arguments:
    default = (
        "required" if argument.default is argument.empty else repr(argument.default)
    )
    by_name = "  by name only" if argument.kind is argument.KEYWORD_ONLY else ""
    print(f"{argument.name:24} {default}{by_name}")
# > dataset                  required
# > batch_size               1
# > shuffle                  None
# > sampler                  None
# > batch_sampler            None
# > num_workers              0
# > collate_fn               None
# > pin_memory               False
# > drop_last                False
# > timeout                  0
# > worker_init_fn           None
# > multiprocessing_context  None
# > generator                None
# > prefetch_factor          None  by name only
# > persistent_workers       False  by name only
# > pin_memory_device        ''  by name only
# > in_order                 True  by name only
print(f"{len(arguments)} arguments")
# > 17 arguments
# --8<-- [end:signature]
