"""One call as the official package describes it: headers, path, query and body of a request.

The client does not use these models; programs that store or forward whole calls do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from rushes.wire.account import (
    GetCreditsData,
    GetCreditsResponse,
    GetCurrentKeyData,
    GetCurrentKeyResponse,
)
from rushes.wire.all_models import GetModelsResponse
from rushes.wire.api_keys import (
    CreateKeysData,
    CreateKeysLimitReset,
    CreateKeysRequestBody,
    CreateKeysResponse,
    DeleteKeysResponse,
    External,
    ExternalTypedDict,
    GetKeyData,
    GetKeyResponse,
    ListData,
    ListResponse,
    UpdateKeysData,
    UpdateKeysLimitReset,
    UpdateKeysRequestBody,
    UpdateKeysResponse,
)
from rushes.wire.base import BaseModel
from rushes.wire.request import VideoGenerationRequest, VideoGenerationRequestTypedDict

if TYPE_CHECKING:
    from collections.abc import Callable

# fmt: off
__all__ = [
    "CreateKeysData",
    "CreateKeysLimitReset",
    "CreateKeysRequestBody",
    "CreateKeysResponse",
    "CreateVideosGlobals",
    "CreateVideosGlobalsTypedDict",
    "CreateVideosRequest",
    "CreateVideosRequestTypedDict",
    "DeleteKeysResponse",
    "External",
    "ExternalTypedDict",
    "GetCreditsData",
    "GetCreditsResponse",
    "GetCurrentKeyData",
    "GetCurrentKeyResponse",
    "GetKeyData",
    "GetKeyResponse",
    "GetModelsResponse",
    "GetVideosGlobals",
    "GetVideosGlobalsTypedDict",
    "GetVideosRequest",
    "GetVideosRequestTypedDict",
    "Globals",
    "GlobalsTypedDict",
    "ListData",
    "ListResponse",
    "ListVideosContentGlobals",
    "ListVideosContentGlobalsTypedDict",
    "ListVideosContentRequest",
    "ListVideosContentRequestTypedDict",
    "ListVideosModelsGlobals",
    "ListVideosModelsGlobalsTypedDict",
    "ListVideosModelsRequest",
    "ListVideosModelsRequestTypedDict",
    "UpdateKeysData",
    "UpdateKeysLimitReset",
    "UpdateKeysRequestBody",
    "UpdateKeysResponse",
]
# fmt: on


class GlobalsTypedDict(TypedDict):
    http_referer: NotRequired[str]
    x_open_router_title: NotRequired[str]
    x_open_router_categories: NotRequired[str]


class Globals(BaseModel):
    """Name the application that calls; dumps have the names of the headers."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, serialize_by_alias=True)

    http_referer: str | None = Field(default=None, alias="HTTP-Referer")
    x_open_router_title: str | None = Field(default=None, alias="X-OpenRouter-Title")
    x_open_router_categories: str | None = Field(default=None, alias="X-OpenRouter-Categories")

    def _without_absent_keys(self, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        given = self._nullable & self.model_fields_set
        return {
            name: value
            for name, value in handler(self).items()
            if value is not None or name in given
        }


class CreateVideosRequestTypedDict(GlobalsTypedDict):
    video_generation_request: VideoGenerationRequestTypedDict


class CreateVideosRequest(Globals):
    """Submit a video generation request."""

    video_generation_request: VideoGenerationRequest


class GetVideosRequestTypedDict(GlobalsTypedDict):
    job_id: str


class GetVideosRequest(Globals):
    """Read a job."""

    job_id: str = Field(alias="jobId")


class ListVideosContentRequestTypedDict(GetVideosRequestTypedDict):
    index: NotRequired[int | None]


class ListVideosContentRequest(GetVideosRequest):
    """Download a video."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"index"})

    index: int | None = 0


CreateVideosGlobals = Globals
CreateVideosGlobalsTypedDict = GlobalsTypedDict
GetVideosGlobals = Globals
GetVideosGlobalsTypedDict = GlobalsTypedDict
ListVideosContentGlobals = Globals
ListVideosContentGlobalsTypedDict = GlobalsTypedDict
ListVideosModelsGlobals = Globals
ListVideosModelsGlobalsTypedDict = GlobalsTypedDict
ListVideosModelsRequest = Globals
ListVideosModelsRequestTypedDict = GlobalsTypedDict
