"""What a moderated job says, by model: OpenRouter passes on the words of the model's provider."""

from __future__ import annotations

OTHERS = "The generated video was blocked by the provider's content moderation"
# What these providers document, or users report, by the start of a model's id. The identifiers in
# ByteDance's and Google's differ from job to job.
MODERATED = {
    "alibaba/": "Output data may contain inappropriate content.",
    "black-forest-labs/": "Content Moderated",
    "bytedance/": (
        "The request failed because the output video may contain sensitive information."
        " Request id: 021794000000000000000000000000000000ffffac15a0e4b1c2d3"
    ),
    "google/gemini-omni-": (
        "Input blocked: The prompt could not be processed. Please try rephrasing the prompt or"
        " using different input."
    ),
    "google/veo-": (
        "Veo could not generate 1 videos based on the prompt provided. You will not be charged for"
        " this request. Try rephrasing the prompt. If you think this was an error, send feedback."
        " Support codes: 42237218"
    ),
    "heygen/": "Blocked words detected",
    "kwaivgi/": "Failure to pass the risk control system",
    "minimax/": "output new_sensitive",
    "openai/": "Your request was blocked by our moderation system.",
    "runway/": "The input was flagged by our content moderation system.",
    "x-ai/": "Generated video rejected by content moderation.",
}


def words_of_moderation(model: str) -> str:
    """Return the error of a moderated job, by the id of its model."""
    return next((words for start, words in MODERATED.items() if model.startswith(start)), OTHERS)
