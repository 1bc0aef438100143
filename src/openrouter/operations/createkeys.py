from rushes.wire.operations import (
    CreateKeysData as CreateKeysData,
    CreateKeysLimitReset as CreateKeysLimitReset,
    CreateKeysRequestBody as CreateKeysRequestBody,
    CreateKeysResponse as CreateKeysResponse,
    External as External,
    ExternalTypedDict as ExternalTypedDict,
)
