from rushes.wire.operations import ListData as ListData, ListResponse as ListResponse
