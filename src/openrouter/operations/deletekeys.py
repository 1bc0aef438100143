from rushes.wire.operations import DeleteKeysResponse as DeleteKeysResponse
