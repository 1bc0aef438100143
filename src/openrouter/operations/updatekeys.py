from rushes.wire.operations import (
    UpdateKeysData as UpdateKeysData,
    UpdateKeysLimitReset as UpdateKeysLimitReset,
    UpdateKeysRequestBody as UpdateKeysRequestBody,
    UpdateKeysResponse as UpdateKeysResponse,
)
