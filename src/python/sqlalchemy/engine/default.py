"""What a default function's context argument gives."""


class DefaultContext:
    def __init__(self, parameters):
        self.current_parameters = parameters

    def get_current_parameters(self, isolate_multiinsert_groups=True):
        return self.current_parameters
