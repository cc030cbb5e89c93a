"""Trains the plate head on features of rendered plates and writes it as ONNX: train.py FOLDER OUT. Seeded; two processor cores suffice."""
import hashlib
import sys
import numpy as np
import torch
import torch.nn as nn

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
CHARACTERS = PROVINCES + "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ" + "O" + "警学挂港澳使领"  # PlateAlphabet.cs; class 0 is the blank
BATCH = 64


class Head(nn.Module):
    def __init__(self, hidden=96, classes=1 + len(CHARACTERS)):
        super().__init__()
        self.a, self.n = nn.Conv2d(480, hidden, (3, 3), padding=(0, 1)), nn.BatchNorm2d(hidden)
        self.b, self.m = nn.Conv2d(hidden, hidden, (1, 5), padding=(0, 2)), nn.BatchNorm2d(hidden)
        self.c, self.d = nn.Conv2d(hidden, classes, (1, 1)), nn.Dropout(0.1)

    def forward(self, x):
        x = self.d(torch.relu(self.n(self.a(x))))
        x = self.d(torch.relu(self.m(self.b(x))))
        return self.c(x).squeeze(2).permute(0, 2, 1)


class Probabilities(nn.Module):
    def __init__(self, head):
        super().__init__()
        self.head = head

    def forward(self, x):
        return self.head(x).softmax(-1)


def classes(text):
    # 0 and O are one glyph on plates.
    return [CHARACTERS.index("0" if c == "O" else c) + 1 for c in text]


def epoch(head, optimizer, schedule, features, targets, order):
    loss_of, total = nn.CTCLoss(zero_infinity=True), 0.0
    head.train()
    for at in range(0, len(order) - BATCH + 1, BATCH):
        schedule()
        chosen = order[at:at + BATCH]
        labels = [targets[k] for k in chosen]
        logs = head(features[chosen].float()).log_softmax(-1).permute(1, 0, 2)
        loss = loss_of(logs, torch.tensor(sum(labels, [])), torch.full((BATCH,), logs.shape[0]), torch.tensor([len(l) for l in labels]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(head.parameters(), 5.0)
        optimizer.step()
        total += loss.item()
    return total / (len(order) // BATCH)


def read(folder, name):
    """Targets and features of one rendered set."""
    targets = [classes(t) for t in open(f"{folder}/{name}.txt", encoding="utf-8").read().split("\n")]
    stored = np.memmap(f"{folder}/{name}.f32", np.float32, "r", shape=(len(targets), 480, 3, 40))
    return targets, torch.from_numpy(np.asarray(stored).astype(np.float16))


def slow_down(head, targets, features, rate, epochs, seed, first_order):
    """Some epochs with a rate that falls to nothing."""
    torch.manual_seed(seed)
    optimizer = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=1e-2)
    steps, done = epochs * (len(targets) // BATCH), 0

    def schedule():
        nonlocal done
        optimizer.param_groups[0]["lr"] = rate * (1 - done / steps)
        done += 1

    for number in range(epochs):
        order = np.random.default_rng(first_order + number).permutation(len(targets))
        print(number, epoch(head, optimizer, schedule, features, targets, order), flush=True)


def main(folder, out):
    targets, features = read(folder, "first")
    torch.manual_seed(1)
    head = Head()
    # Four epochs of a one-cycle schedule made for eight: the rate is still high when it stops. Then down to nothing, and again with more plates.
    optimizer = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=1e-2)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=8 * (len(targets) // BATCH) + 1)
    for number in range(4):
        order = np.random.default_rng(number).permutation(len(targets))
        print(number, epoch(head, optimizer, cycle.step, features, targets, order), flush=True)
    slow_down(head, targets, features, 1e-3, 2, seed=2, first_order=100)
    more, further = read(folder, "second")
    slow_down(head, targets + more, torch.cat([features, further]), 1.2e-3, 3, seed=3, first_order=200)
    head.eval()
    torch.onnx.export(Probabilities(head), torch.zeros(1, 480, 3, 40), out, input_names=["features"], output_names=["probabilities"], opset_version=11)
    print(hashlib.sha256(open(out, "rb").read()).hexdigest())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
