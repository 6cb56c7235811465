"""The learning rate of every step, as in the page."""
import math

import keras
from keras import ops


class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, configuration, steps_per_epoch):
        self.kind = configuration["schedule"]
        self.rate = configuration["learningRate"]
        self.decay = configuration["decay"]
        self.steps_per_epoch = steps_per_epoch
        self.steps = configuration["epochs"] * steps_per_epoch
        cycles_at_once = self.kind == "one-cycle" and configuration["warmup"] == 0
        self.rising = round((0.25 if cycles_at_once else configuration["warmup"]) * self.steps)

    def __call__(self, step):
        step = ops.cast(step, "float32")
        if self.rising == 0:
            return self.falling(step)
        return ops.where(step < self.rising, self.rise(step), self.falling(step))

    def rise(self, step):
        if self.kind == "one-cycle":
            return between(self.rate / 25, self.rate, step / self.rising)
        return self.rate * (step + 1) / self.rising

    def falling(self, step):
        if self.kind == "constant":
            return self.rate + 0 * step
        if self.kind == "exponential":
            return self.rate * self.decay ** ops.floor(step / self.steps_per_epoch)
        end = self.rate * 1e-5 if self.kind == "one-cycle" else 0
        return between(self.rate, end, (step - self.rising) / max(1, self.steps - self.rising))


def between(start, end, share):
    return end + (start - end) * (1 + ops.cos(math.pi * share)) / 2
