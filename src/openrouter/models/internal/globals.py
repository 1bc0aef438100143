from rushes.wire.operations import Globals as Globals, GlobalsTypedDict as GlobalsTypedDict
