__version__ = "0.1.0"
USER_AGENT = f"rushes/{__version__} openrouter-python"
