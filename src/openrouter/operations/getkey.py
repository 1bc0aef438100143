from rushes.wire.operations import GetKeyData as GetKeyData, GetKeyResponse as GetKeyResponse
