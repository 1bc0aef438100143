from rushes.sdk import VideoGeneration as VideoGeneration
