import pickle
from pathlib import Path

import pytest
import torch
from torch.utils.data import DataLoader

from torchbyexample.datasets import ImageDataset, TableDataset, TextDataset


def lengths(text: str) -> list[int]:
    return [len(word) for word in text.split()]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def make_images(root: Path) -> Path:
    for number, name in enumerate(("dog", "cat", "cat")):  # written out of order on purpose
        (root / name).mkdir(exist_ok=True)
        torch.save(torch.full((1, 2, 2), float(number)), root / name / f"{number}.pt")
    return root


def test_a_text_is_encoded_only_when_asked_for():
    encoded = []
    dataset = TextDataset(["one three", "two"], [0, 1], encode=lambda text: encoded.append(text) or lengths(text))
    assert encoded == []
    inputs, target = dataset[0]
    assert (inputs.tolist(), inputs.dtype, target) == ([3, 5], torch.int64, 0)
    assert encoded == ["one three"]


def test_an_empty_text_is_an_empty_integer_sequence():
    inputs, _ = TextDataset([""], [0], encode=lengths)[0]
    assert (inputs.shape, inputs.dtype) == ((0,), torch.int64)


def test_texts_without_labels_are_refused():
    with pytest.raises(ValueError, match="2 texts but 1 labels"):
        TextDataset(["a", "b"], [0], encode=lengths)


def test_a_dataset_ends_where_its_data_end():
    dataset = TextDataset(["a", "b c"], [0, 1], encode=lengths)
    assert len(list(dataset)) == len(dataset) == 2


def test_a_table_gives_floats_and_class_indices_in_sorted_order(tmp_path):
    path = write(tmp_path / "t.csv", "a,kind,b\n1,y,2\n3,x,4.5\n5,y,-6\n")
    dataset = TableDataset(path, target="kind")
    assert (dataset.columns, dataset.classes, dataset.targets) == (["a", "b"], ["x", "y"], [1, 0, 1])
    inputs, targets = next(iter(DataLoader(dataset, batch_size=3)))
    assert inputs.tolist() == [[1.0, 2.0], [3.0, 4.5], [5.0, -6.0]]
    assert (inputs.dtype, targets.tolist(), targets.dtype) == (torch.float32, [1, 0, 1], torch.int64)


@pytest.mark.parametrize("text", ["a,kind\n1,x\n?,y\n", "a,kind\n1,x\n,y\n"])
def test_a_cell_that_is_no_number_is_named_with_its_line(tmp_path, text):
    with pytest.raises(ValueError, match=r"t\.csv:3: column 'a'"):
        TableDataset(write(tmp_path / "t.csv", text), target="kind")


def test_a_short_row_is_named_with_its_line(tmp_path):
    with pytest.raises(ValueError, match=r"t\.csv:2: column 'b' holds None"):
        TableDataset(write(tmp_path / "t.csv", "kind,a,b\nx,1\n"), target="kind")


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_a_table_without_the_target_column_is_refused(tmp_path, text):
    with pytest.raises(ValueError, match=r"t\.csv:1: no column 'kind'"):
        TableDataset(write(tmp_path / "t.csv", text), target="kind")


def test_images_are_found_by_class_and_opened_when_asked_for(tmp_path):
    opened = []
    dataset = ImageDataset(make_images(tmp_path), load=lambda path: opened.append(path.name) or torch.load(path))
    assert (dataset.classes, len(dataset), opened) == (["cat", "dog"], 3, [])
    image, target = dataset[2]
    assert (image.unique().tolist(), target, opened) == ([0.0], 1, ["0.pt"])


def test_the_transform_runs_at_every_access(tmp_path):
    calls = []
    dataset = ImageDataset(make_images(tmp_path), load=torch.load, transform=lambda image: calls.append(1) or image + len(calls))
    assert [dataset[0][0].max().item() for _ in range(3)] == [2.0, 3.0, 4.0]


def test_an_image_dataset_pickles_as_paths(tmp_path):
    dataset = ImageDataset(make_images(tmp_path), load=torch.load)
    assert pickle.loads(pickle.dumps(dataset))[1][0].tolist() == dataset[1][0].tolist()


@pytest.mark.parametrize("inside", [[], ["cat"]])
def test_a_folder_without_images_is_refused(tmp_path, inside):
    for name in inside:
        (tmp_path / name).mkdir()
    with pytest.raises(FileNotFoundError, match=r"expected .*<class>/<file>"):
        ImageDataset(tmp_path, load=torch.load)
