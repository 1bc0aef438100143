from openrouter.models import internal as internal
