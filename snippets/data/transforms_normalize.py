# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "torchvision>=0.26", "matplotlib>=3.9", "scikit-learn>=1.5", "pillow>=11"]
#
# [tool.tbe]
# figures = ["transforms_normalize.svg"]
# ///
"""Normalize moves and stretches the values of each channel; whose mean and standard deviation, is your choice."""

import matplotlib.pyplot as plt
import torch
from PIL import Image
from sklearn.datasets import load_sample_image, load_sample_images
from torchvision.transforms import v2

# --8<-- [start:normalize]
to_float = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
photo = Image.fromarray(load_sample_image("china.jpg"))
image = to_float(photo)
mean, std = image.mean(dim=(1, 2)), image.std(dim=(1, 2))
print(
    f"mean {[round(x, 2) for x in mean.tolist()]}, std {[round(x, 2) for x in std.tolist()]}"
)
# > mean [0.57, 0.57, 0.55], std [0.31, 0.33, 0.38]

own = v2.Normalize(mean.tolist(), std.tolist())(image)
print(
    f"own statistics: mean {own.mean().abs().item():.2f}, std {own.std().item():.2f}"
)
# > own statistics: mean 0.00, std 1.00
print(
    f"by hand:        {torch.allclose(own, (image - mean[:, None, None]) / std[:, None, None])}"
)
# > by hand:        True

imagenet = v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(image)
print(
    f"ImageNet's:     mean {imagenet.mean().item():.2f}, std {imagenet.std().item():.2f}"
)
# > ImageNet's:     mean 0.51, std 1.50
# --8<-- [end:normalize]

# --8<-- [start:dataset]
photos = [to_float(Image.fromarray(p)) for p in load_sample_images().images]
images = torch.stack(photos)  # (images, channels, height, width)
mean_of_all, std_of_all = images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))
print(f"{len(images)} images: mean {[round(x, 2) for x in mean_of_all.tolist()]}")
# > 2 images: mean [0.39, 0.43, 0.39]
print(f"{' ' * 10}std  {[round(x, 2) for x in std_of_all.tolist()]}")
# >           std  [0.37, 0.3, 0.33]
normalize = v2.Normalize(mean_of_all.tolist(), std_of_all.tolist())
over_all = normalize(images).mean(dim=(0, 2, 3))
print(f"mean after Normalize: {over_all.abs().max().item():.2f}")
# > mean after Normalize: 0.00
# --8<-- [end:dataset]

# --8<-- [start:undo]
back = own * std[:, None, None] + mean[:, None, None]
print(f"undone: {torch.allclose(back, image, atol=1e-5)}")
# > undone: True
# --8<-- [end:undo]

# --8<-- [start:wrong]
unscaled = v2.ToDtype(torch.float32)(v2.ToImage()(photo))
wrong = v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(unscaled)
print(
    f"without scale=True: mean {wrong.mean().item():.0f}, max {wrong.max().item():.0f}"
)
# > without scale=True: mean 634, max 1136
twice = v2.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])(imagenet)
print(
    f"normalized twice:   mean {twice.mean().item():.2f}, std {twice.std().item():.2f}"
)
# > normalized twice:   mean 0.26, std 6.68
# --8<-- [end:wrong]

# --8<-- [start:figure]
figure, columns = plt.subplots(1, 2, figsize=(4.8, 2.6), sharey=True)
for axes, title, values in zip(
    columns, ("before", "after"), (image, own), strict=True
):
    for name, color, channel in zip(
        ("red", "green", "blue"),
        ("#e64980", "#2b8a3e", "#1c7ed6"),
        values,
        strict=True,
    ):
        counts, edges = torch.histogram(channel.flatten(), bins=24)
        share = counts / counts.sum()
        axes.stairs(share.tolist(), edges.tolist(), color=color, label=name)
    axes.axvline(0, color="gray", linewidth=0.8)
    axes.set(title=title, xlabel="value")
columns[0].set_ylabel("share of pixels")
columns[1].legend(frameon=False, fontsize=8)
figure.savefig("transforms_normalize.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
