from rushes.sdk.methods.account import Generations as Generations
