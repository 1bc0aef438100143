from rushes.sdk import USER_AGENT, __version__ as __version__

__title__ = "openrouter"
__user_agent__ = USER_AGENT
