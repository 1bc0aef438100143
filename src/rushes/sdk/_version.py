__version__ = "0.2.0"
USER_AGENT = f"rushes/{__version__} openrouter-python"
