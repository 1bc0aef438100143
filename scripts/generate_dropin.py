"""Write `src/openrouter`: the official package's import paths, with the names of `rushes`.

`official_modules.json` says which names each official module of the video surface has. Every
module becomes a file that imports those names from where Rushes defines them, and does nothing
else. `--check` compares and writes nothing.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
OFFICIAL = json.loads(Path(__file__).with_name("official_modules.json").read_text("utf-8"))
LINE = 100

# Official module, and all below it → where its names come from. The first that fits counts.
TABLE = {
    "openrouter.components": "rushes.wire",
    "openrouter.errors": "rushes.sdk.errors",
    "openrouter.models": "rushes.wire.operations",
    "openrouter.operations": "rushes.wire.operations",
    "openrouter.types": "rushes.wire.base",
    "openrouter.media": "rushes.sdk.media",
    "openrouter.webhooks": "rushes.sdk.webhooks",
    "openrouter": "rushes.sdk",
}
# Not the official package's, but documented.
OURS = ("openrouter.media", "openrouter.webhooks")
# Their names are loaded when they are asked for.
LAZY = ("openrouter.components", "openrouter.errors", "openrouter.operations", *OURS)
# Other resources, with the names that we have of theirs.
RESOURCES = {
    "openrouter.api_keys": ("rushes.sdk.methods.api_keys", "APIKeys"),
    "openrouter.credits": ("rushes.sdk.methods.account", "Credits"),
    "openrouter.generations": ("rushes.sdk.methods.account", "Generations"),
    "openrouter.models_": ("rushes.sdk.methods.models", "Models"),
    "openrouter.components.generationresponse": (
        "rushes.wire",
        "GenerationResponse GenerationResponseData",
    ),
    "openrouter.components.model": ("rushes.wire", "Model"),
    "openrouter.components.modelarchitecture": ("rushes.wire", "ModelArchitecture"),
    "openrouter.components.modellinks": ("rushes.wire", "ModelLinks"),
    "openrouter.components.modelslistresponse": (
        "rushes.wire",
        "ModelsListResponse ModelsListResponseLinks",
    ),
    "openrouter.components.providerresponse": ("rushes.wire", "ProviderResponse"),
    "openrouter.components.publicpricing": ("rushes.wire", "PublicPricing"),
    "openrouter.components.topproviderinfo": ("rushes.wire", "TopProviderInfo"),
    "openrouter.operations.createkeys": (
        "rushes.wire.operations",
        (
            "CreateKeysData CreateKeysLimitReset CreateKeysRequestBody CreateKeysResponse"
            " External ExternalTypedDict"
        ),
    ),
    "openrouter.operations.deletekeys": ("rushes.wire.operations", "DeleteKeysResponse"),
    "openrouter.operations.getkey": ("rushes.wire.operations", "GetKeyData GetKeyResponse"),
    "openrouter.operations.list": ("rushes.wire.operations", "ListData ListResponse"),
    "openrouter.operations.updatekeys": (
        "rushes.wire.operations",
        "UpdateKeysData UpdateKeysLimitReset UpdateKeysRequestBody UpdateKeysResponse",
    ),
    "openrouter.operations.getcredits": ("rushes.wire", "GetCreditsData GetCreditsResponse"),
    "openrouter.operations.getcurrentkey": (
        "rushes.wire",
        "GetCurrentKeyData GetCurrentKeyResponse",
    ),
    "openrouter.operations.getmodels": ("rushes.wire", "GetModelsResponse"),
}
# Machinery of the official package, which no program needs to make a video.
NOT_PROVIDED = """
Base64EncodedString Base64FileInput BaseSDK ClientOwner FieldMetadata FormMetadata
HeaderMetadata MAX_MESSAGE_LEN MultipartFormMetadata NoOpLogger OPENAPI_DOC_VERSION
OpenEnumMeta PathParamMetadata PermanentError QueryParamMetadata RequestMetadata Retries
SDKHooks SPEAKEASY_GENERATOR_VERSION SecurityMetadata
SerializedRequestBody T TemporaryError UnrecognizedInt __gen_version__ __openapi_doc_version__
cast_partial close_clients find_metadata generate_url get_body_content get_discriminator
get_global_from_env get_headers get_pydantic_model get_query_params get_response_headers
get_security get_security_from_env marshal_json match_content_type match_response
match_status_codes parse_datetime parse_open_union remove_suffix retry retry_async
retry_with_backoff retry_with_backoff_async serialize_decimal serialize_float serialize_int
serialize_request_body stream_to_bytes stream_to_bytes_async stream_to_text
stream_to_text_async template_url unmarshal unmarshal_json validate_const validate_decimal
validate_float validate_int validate_open_enum
""".split()  # noqa: SIM905 - a list of names reads better than a column of strings
WRITTEN = {
    "openrouter._version": (
        "from rushes.sdk import USER_AGENT, __version__ as __version__\n\n"
        '__title__ = "openrouter"\n__user_agent__ = USER_AGENT\n'
    ),
    "openrouter.models": "from openrouter.models import internal as internal\n",
}
LAZY_FILE = """\
from typing import TYPE_CHECKING

import {source} as _source
from {source} import __all__ as __all__

if TYPE_CHECKING:
    from {source} import *
else:

    def __getattr__(name):
        return getattr(_source, name)


def __dir__() -> list[str]:
    return dir(_source)
"""
TOP_FILE = '''\
"""The names of `rushes.sdk` where the official package has them; see scripts/generate_dropin.py."""

from importlib import import_module
from typing import TYPE_CHECKING

import rushes.sdk as _source
from openrouter._version import __title__ as __title__, __user_agent__ as __user_agent__
from rushes.sdk import __all__ as __all__

__rushes__ = True  # the official package has no such mark
__dir__ = _source.__dir__
_MODULES = "components errors httpclient models operations types utils video_generation webhooks"
if TYPE_CHECKING:
    from rushes.sdk import *
else:

    def __getattr__(name):
        own = name in _MODULES.split()
        return import_module(f"openrouter.{name}") if own else getattr(_source, name)
'''


def source_of(module: str) -> str:
    """Return the module of `rushes` that a module's names come from."""
    return next(source for name, source in TABLE.items() if f"{module}.".startswith(f"{name}."))


def import_of(source: str, names: list[str]) -> str:
    """Return an import statement that type checkers take for a re-export."""
    names = sorted(names, key=_order)
    listed = [f"{name} as {name}" for name in names]
    if len(line := f"from {source} import {', '.join(listed)}\n") <= LINE + 1:
        return line
    return f"from {source} import (\n" + "".join(f"    {name},\n" for name in listed) + ")\n"


def _order(name: str) -> tuple[bool, bool, str]:
    return not name.isupper(), name[0].islower(), name.replace("_", "")


def text_of(module: str) -> str:
    """Return what a module's file says; nothing where none of its names is provided."""
    if module == "openrouter":
        return TOP_FILE
    if module in RESOURCES:
        source, listed = RESOURCES[module]
        return import_of(source, listed.split())
    if module in LAZY:
        return LAZY_FILE.format(source=source_of(module))
    if module in WRITTEN:
        return WRITTEN[module]
    names = set(OFFICIAL["modules"][module].split()) - {*NOT_PROVIDED}
    return import_of(source_of(module), sorted(names)) if names else ""


def files() -> dict[Path, str]:
    """Return the text of each file."""
    modules = [*OFFICIAL["modules"], *OURS, *RESOURCES]
    packages = {name.rpartition(".")[0] for name in modules}
    found = {}
    for module in modules:
        path = SOURCE.joinpath(*module.split("."))
        path = path / "__init__.py" if module in packages else path.with_suffix(".py")
        if text := text_of(module):
            found[path] = text
    return found


def main() -> int:
    """Write the files, or with `--check` return 1 if one is not as it would be written."""
    wanted, target = files(), SOURCE / "openrouter"
    present = {path: path.read_text("utf-8") for path in target.rglob("*.py")}
    wrong = sorted(p for p in wanted.keys() | present.keys() if wanted.get(p) != present.get(p))
    if "--check" in sys.argv:
        for path in wrong:
            print(f"{path.relative_to(SOURCE)}: not as scripts/generate_dropin.py writes it")
        return 1 if wrong else 0
    shutil.rmtree(target, ignore_errors=True)
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (target / "py.typed").touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
