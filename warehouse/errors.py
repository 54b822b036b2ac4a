"""What can go wrong with a warehouse, in words for the one who typed the command."""

from __future__ import annotations


class WarehouseError(Exception):
    """A warehouse cannot do what was asked; the message is one clear line (or a list of lines)."""


class NoWarehouseError(WarehouseError):
    """There is no committed generation where one was looked for."""


class UnknownRunError(WarehouseError):
    """No kept generation has the name that was given, or more than one has."""


class BusyError(WarehouseError):
    """Another run is writing to the warehouse."""


class IntegrityError(WarehouseError):
    """The tables contradict each other or their declarations: they are not committed."""


class OtherSchemaError(WarehouseError):
    """The generation was written with other tables or columns than this version of Dateline knows."""


class MissingSourceError(WarehouseError):
    """A source that was named does not exist or holds nothing to read."""


class CorrectionError(WarehouseError):
    """A line in corrections/ cannot be understood."""
