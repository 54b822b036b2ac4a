"""The disk and the questions: the only rooms that know Parquet files and DuckDB.

``connect(path)`` is all that a reader needs::

    import warehouse

    with warehouse.connect("dateline-data") as connection:
        connection.sql("select days, label from chronology").show()
"""

from warehouse.connection import connect

__all__ = ["connect"]
