# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=1.26", "pillow>=10", "scikit-learn>=1.5"]
# ///
"""From an image file to a class name, with a saved model and the preprocessing of its training."""

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:train]
digits = load_digits()
inputs = (
    torch.tensor(digits.images, dtype=torch.float32) / 16
)  # (1797, 8, 8), 0 to 1
targets = torch.tensor(digits.target)
classes = ["zero", "one", "two", "three", "four"]
classes += ["five", "six", "seven", "eight", "nine"]


def build():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    )


torch.manual_seed(0)
model = build()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
for _ in range(60):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(inputs[:1400]), targets[:1400]).backward()
    optimizer.step()
torch.save({"model": model.state_dict(), "classes": classes}, "digits.pt")

pixels = (inputs[1400] * 255).byte().numpy()  # an image that was not trained on
Image.fromarray(pixels).resize((100, 100)).convert("RGB").save("photo.png")
# --8<-- [end:train]

# --8<-- [start:file]
checkpoint = torch.load("digits.pt")
model = build()
model.load_state_dict(checkpoint["model"])
model.eval()


@torch.inference_mode()
def predict_file(path: str) -> tuple[str, float]:
    image = (
        Image.open(path).convert("L").resize((8, 8))
    )  # as in training: gray, 8 x 8
    pixels = torch.from_numpy(np.array(image)) / 255  # (8, 8), 0 to 1
    probabilities = model(pixels[None]).softmax(dim=1)[0]  # a batch of one
    best = probabilities.argmax().item()
    return checkpoint["classes"][best], probabilities[best].item()


name, probability = predict_file("photo.png")
print(f"{name} ({probability:.2f}), truly {classes[targets[1400]]}")
# > two (0.99), truly two
# --8<-- [end:file]

# --8<-- [start:unlike-training]
image = Image.open("photo.png").convert("L").resize((8, 8))
for title, pixels in {
    "0 to 1, as in training": torch.from_numpy(np.array(image)) / 255,
    "inverted": 1 - torch.from_numpy(np.array(image)) / 255,
    "transposed": torch.from_numpy(np.array(image)).T / 255,
}.items():
    with torch.inference_mode():
        probabilities = model(pixels[None]).softmax(dim=1)[0]
    print(f"{title}: {classes[probabilities.argmax()]} ({probabilities.max():.2f})")
# > 0 to 1, as in training: two (0.99)
# > inverted: four (1.00)
# > transposed: four (1.00)
# --8<-- [end:unlike-training]
