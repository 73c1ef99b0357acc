import pytest
import torch
from torch import nn

from torchbyexample.tta import TTA

INPUTS = torch.randn(6, 3, 8, 8, generator=torch.Generator().manual_seed(0))
VIEWS = [lambda x: x, lambda x: x.flip(3), lambda x: x.roll(1, 2)]


def classifier(classes=5, seed=0):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Dropout(), nn.Flatten(), nn.Linear(4 * 6 * 6, classes)).eval()


def segmenter(seed=0):
    torch.manual_seed(seed)
    return nn.Conv2d(3, 2, 3, padding=1).eval()


@pytest.mark.parametrize("seed", range(3))
def test_probabilities_are_the_mean_of_a_loop_by_hand(seed):
    model = classifier(seed=seed)
    each = torch.stack([model(view(INPUTS)).softmax(1) for view in VIEWS])
    ours = TTA(model, VIEWS)(INPUTS)
    torch.testing.assert_close(ours, each.mean(0))
    torch.testing.assert_close(ours.sum(1), torch.ones(6))


def test_logits_numbers_and_independent_labels():
    model = classifier()
    each = torch.stack([model(view(INPUTS)) for view in VIEWS])
    torch.testing.assert_close(TTA(model, VIEWS, activation=None)(INPUTS), each.mean(0))
    torch.testing.assert_close(TTA(model, VIEWS, activation=torch.sigmoid)(INPUTS), each.sigmoid().mean(0))


def test_the_views_of_torchvision_fit_in():
    functional = pytest.importorskip("torchvision.transforms.v2.functional")
    model = classifier()

    def crop(x):
        return functional.resize(functional.center_crop(x, [6, 6]), [8, 8], antialias=True)

    views = [lambda x: x, functional.horizontal_flip, crop]
    each = torch.stack([model(x).softmax(1) for x in (INPUTS, INPUTS.flip(3), crop(INPUTS))])
    torch.testing.assert_close(TTA(model, views)(INPUTS), each.mean(0))


def test_ten_crops_of_torchvision_are_ten_views():
    transforms = pytest.importorskip("torchvision.transforms.v2")
    ten = transforms.TenCrop(6)
    torch.manual_seed(0)
    model = nn.Sequential(nn.Flatten(), nn.Linear(3 * 6 * 6, 5)).eval()
    views = [lambda x, place=place: ten(x)[place] for place in range(10)]
    each = torch.stack([model(crop).softmax(1) for crop in ten(INPUTS)])
    torch.testing.assert_close(TTA(model, views)(INPUTS), each.mean(0))


def test_masks_are_turned_back_before_the_mean():
    model = segmenter()
    views = [lambda x: x, lambda x: x.flip(3), lambda x: x.rot90(1, (2, 3))]
    back = [lambda x: x, lambda x: x.flip(3), lambda x: x.rot90(-1, (2, 3))]
    expected = (model(INPUTS).softmax(1) + model(INPUTS.flip(3)).softmax(1).flip(3)) / 2
    torch.testing.assert_close(TTA(model, views[:2], back[:2])(INPUTS), expected)
    quarter = model(INPUTS.rot90(1, (2, 3))).softmax(1).rot90(-1, (2, 3))
    torch.testing.assert_close(TTA(model, views, back)(INPUTS), (2 * expected + quarter) / 3)


def test_one_view_is_the_model_itself():
    model = classifier()
    assert torch.equal(TTA(model, VIEWS[:1], activation=None)(INPUTS), model(INPUTS))


def test_it_is_a_module_around_the_same_weights():
    model = classifier().train()
    tta = TTA(model, VIEWS)
    assert {id(parameter) for parameter in tta.parameters()} == {id(parameter) for parameter in model.parameters()}
    assert not tta.eval().model.training
    assert tta.double()(INPUTS.double()).dtype == torch.float64


def test_what_is_given_back_can_be_changed_without_touching_the_input():
    inputs = INPUTS.clone()
    TTA(nn.Identity().eval(), [lambda x: x, lambda x: x], activation=None)(inputs).zero_()
    assert torch.equal(inputs, INPUTS)


def test_train_mode_is_refused():
    for model in (classifier().train(), nn.Sequential(classifier()).train()):
        with pytest.raises(RuntimeError, match=r"train\(\) mode, where Dropout makes every view random: call eval\(\) first"):
            TTA(model, VIEWS)(INPUTS)


def test_a_part_in_train_mode_is_refused_and_named():
    model = classifier()
    model[3].train()
    with pytest.raises(
        RuntimeError, match=r"'3' of the model is in train\(\) mode, where Dropout makes every view random: call eval\(\) first"
    ):
        TTA(model, VIEWS)(INPUTS)
    model.eval()
    TTA(model, VIEWS)(INPUTS)


def test_a_view_of_another_size_is_named():
    views = [lambda x: x, lambda x: x, lambda x: x[..., :4]]
    with pytest.raises(ValueError, match=r"view 2 gave \(6, 2, 8, 4\) and the first \(6, 2, 8, 8\): scale crops"):
        TTA(segmenter(), views)(INPUTS)


def test_wrong_arguments_are_named():
    with pytest.raises(ValueError, match="there is no view: give at least the input as it is"):
        TTA(classifier(), [])
    with pytest.raises(ValueError, match="3 views but 1 ways back: give one for each"):
        TTA(segmenter(), VIEWS, VIEWS[:1])
