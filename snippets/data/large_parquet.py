# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2", "pyarrow>=16"]
# ///
"""A table too large for memory: Parquet is read one row group after the other, as a stream."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

# --8<-- [start:stream]
if __name__ == "__main__":
    rows = 10_000
    table = pa.table(
        {"x": np.arange(rows, dtype="float32"), "y": np.arange(rows) % 2}
    )
    pq.write_table(table, "table.parquet", row_group_size=1000)


class RowGroups(IterableDataset):
    def __init__(self, path):
        self.path = path

    def __iter__(self):
        worker = get_worker_info()
        start, step = (worker.id, worker.num_workers) if worker else (0, 1)
        file = pq.ParquetFile(self.path)  # opened in the process that reads
        for group in range(start, file.num_row_groups, step):
            part = file.read_row_group(group)  # 1,000 rows in memory
            order = torch.randperm(len(part)).tolist()  # shuffles within the group
            x, y = part["x"].to_numpy(), part["y"].to_numpy()
            for row in order:
                yield torch.tensor([x[row]]), int(y[row])


if __name__ == "__main__":
    print(f"row groups: {pq.ParquetFile('table.parquet').num_row_groups}")
    for num_workers in (0, 2):
        torch.manual_seed(0)
        loader = DataLoader(
            RowGroups("table.parquet"), batch_size=100, num_workers=num_workers
        )
        seen = torch.cat([inputs for inputs, _ in loader]).flatten()
        print(
            f"{num_workers=}: {len(seen)} rows, {len(seen.unique())} different,",
            f"first batch from {next(iter(loader))[0].min().item():.0f}",
            f"to {next(iter(loader))[0].max().item():.0f}",
        )
# > row groups: 10
# > num_workers=0: 10000 rows, 10000 different, first batch from 0 to 994
# > num_workers=2: 10000 rows, 10000 different, first batch from 16 to 998
# --8<-- [end:stream]
