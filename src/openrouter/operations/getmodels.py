from rushes.wire import GetModelsResponse as GetModelsResponse
