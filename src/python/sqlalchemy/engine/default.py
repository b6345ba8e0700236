"""What a default function's context argument gives."""

from .. import util


class DefaultContext:
    def __init__(self, parameters):
        self.current_parameters = parameters

    def get_current_parameters(self, isolate_multiinsert_groups=True):
        util.refuse("get_current_parameters", **{"isolate_multiinsert_groups=False": not isolate_multiinsert_groups})
        return self.current_parameters
