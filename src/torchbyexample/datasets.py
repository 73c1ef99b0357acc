"""Datasets for texts, for a table and for a folder of images: `(inputs, target)` for one index."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import Dataset


class TextDataset(Dataset[tuple[Tensor, int]]):
    """Texts and labels in memory; a text becomes token ids when it is asked for.

    A sample is `((length,) int64, label)`. Lengths differ from text to text, so a batch needs
    a collate function that pads.

    Args:
        texts: one string a sample.
        labels: its class index, in the same order.
        encode: turns a text into token ids.

    Raises:
        ValueError: the two lists differ in length.

    Examples:
        >>> words = {"good": 1, "film": 2}
        >>> encode = lambda text: [words[word] for word in text.split()]
        >>> dataset = TextDataset(["good film", "film"], [1, 0], encode)
        >>> len(dataset), dataset[0]
        (2, (tensor([1, 2]), 1))
    """

    def __init__(
        self,
        texts: Sequence[str],
        labels: Sequence[int],
        encode: Callable[[str], Sequence[int]],
    ) -> None:
        if len(texts) != len(labels):
            raise ValueError(f"{len(texts)} texts but {len(labels)} labels: give one for each text")
        self.texts, self.labels, self.encode = texts, labels, encode

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        tokens = self.encode(self.texts[index])
        return torch.tensor(tokens, dtype=torch.int64), self.labels[index]


class TableDataset(Dataset[tuple[Tensor, int]]):
    """A CSV file with a header line: one column is the class, the others are numbers.

    A sample is `((columns,) float32, class index)`; `classes` gives the names, sorted. The file
    is read once, in `__init__`: a table that fits in memory is cheaper to keep than to parse again.

    Args:
        path: the file, in UTF-8.
        target: the name of the column that holds the class.

    Raises:
        ValueError: the target column is missing or a cell is not a number; names the file,
            the line and the column.

    Examples:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp(), "pets.csv")
        >>> _ = path.write_text("kg,cm,pet\\n4,25,cat\\n30,60,dog\\n")
        >>> dataset = TableDataset(path, target="pet")
        >>> dataset.classes, dataset[1]
        (['cat', 'dog'], (tensor([30., 60.]), 1))
    """

    def __init__(self, path: str | Path, target: str) -> None:
        with open(path, newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            if target not in (reader.fieldnames or []):
                raise ValueError(f"{path}:1: no column {target!r}, only {reader.fieldnames}")
            self.columns = [name for name in reader.fieldnames or [] if name != target]
            rows, names = [], []
            for row in reader:
                where = f"{path}:{reader.line_num}"
                rows.append([_number(row[column], where, column) for column in self.columns])
                names.append(row[target])
        self.classes = sorted(set(names))
        self.features = torch.tensor(rows, dtype=torch.float32)  # (rows, columns)
        self.targets = [self.classes.index(name) for name in names]

    def __len__(self) -> int:
        return len(self.targets)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        return self.features[index], self.targets[index]


class ImageDataset(Dataset[tuple[Tensor, int]]):
    """Images in `root/<class>/<file>`: the paths are kept, a file is opened when it is asked for.

    A sample is `(transform(load(path)), class index)`; `classes` gives the names, sorted.

    Args:
        root: the folder that holds a folder for each class.
        load: turns a path into a tensor, by custom `(channels, height, width)`.
        transform: runs again at every access, so a random one differs in every epoch.

    Raises:
        FileNotFoundError: `root` has no folder with a file in it.

    Examples:
        >>> import tempfile
        >>> root = Path(tempfile.mkdtemp())
        >>> for name in ("cat", "dog"):
        ...     (root / name).mkdir()
        ...     torch.save(torch.zeros(3, 8, 8), root / name / "0.pt")
        >>> dataset = ImageDataset(root, load=torch.load, transform=lambda image: image + 1)
        >>> image, target = dataset[1]
        >>> dataset.classes, image.shape, image.max().item(), target
        (['cat', 'dog'], torch.Size([3, 8, 8]), 1.0, 1)
    """

    def __init__(
        self,
        root: str | Path,
        load: Callable[[Path], Tensor],
        transform: Callable[[Tensor], Tensor] | None = None,
    ) -> None:
        self.load, self.transform = load, transform
        files = sorted(path for path in Path(root).glob("*/*") if path.is_file())
        if not files:
            raise FileNotFoundError(f"{root}: no images, expected {root}/<class>/<file>")
        self.classes = sorted({path.parent.name for path in files})
        self.samples = [(path, self.classes.index(path.parent.name)) for path in files]

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        path, target = self.samples[index]
        image = self.load(path)
        return (self.transform(image) if self.transform else image), target


def _number(cell: str | None, where: str, column: str) -> float:
    try:
        return float(cell or "")
    except ValueError:
        raise ValueError(f"{where}: column {column!r} holds {cell!r}, not a number") from None
