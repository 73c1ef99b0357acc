# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""An autoencoder squeezes 64 pixels into 8 numbers and draws them again."""

import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:smallest]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
images = torch.tensor(load_digits().data / 16, dtype=torch.float32)  # (1797, 64)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train, test = images[order[:1400]].to(device), images[order[1400:]].to(device)

torch.manual_seed(0)
encoder = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 8))
decoder = nn.Sequential(nn.Linear(8, 128), nn.ReLU(), nn.Linear(128, 64))
model = nn.Sequential(encoder, decoder).to(device)
optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
criterion = nn.MSELoss()
for _ in range(600):
    inputs = train[torch.randint(1400, (128,), device=device)]
    optimizer.zero_grad()
    loss = criterion(model(inputs), inputs)
    loss.backward()
    optimizer.step()

with torch.no_grad():
    latent = encoder(test)  # (397, 8)
    error = criterion(decoder(latent), test).item()
    average = criterion(train.mean(0).expand_as(test), test).item()
print(tuple(test.shape), "->", tuple(latent.shape))
# > (397, 64) -> (397, 8)
print(f"its error is {error / average:.1f} times that of the average image")
# > its error is 0.2 times that of the average image
# --8<-- [end:smallest]

# --8<-- [start:answer]
outputs = model(inputs)  # through a layer of 8 numbers
loss = criterion(outputs, inputs)  # the input is the target
# --8<-- [end:answer]
