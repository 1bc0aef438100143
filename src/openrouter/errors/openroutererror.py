from rushes.sdk.errors import OpenRouterError as OpenRouterError
