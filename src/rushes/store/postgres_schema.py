"""The size and the rows of a PostgreSQL database, read without changing it."""

from __future__ import annotations

from pydantic import SecretStr

from rushes.store.postgres_pool import Connections, failures
from rushes.store.schema import SchemaState


async def postgres_schema_state(url: SecretStr) -> SchemaState:
    """Return the state of a database; raises StoreError."""
    connection = await Connections(url.get_secret_value(), 1).open()
    try:
        with failures("read"):
            # Counting the rows of a large table takes longer than a request may.
            await connection.execute("SET statement_timeout = 0")
            cursor = await connection.execute(
                "SELECT tablename, quote_ident(tablename) FROM pg_tables"
                " WHERE schemaname = current_schema() ORDER BY tablename"
            )
            rows, schema = dict[str, int](), 0
            for table, quoted in await cursor.fetchall():
                cursor = await connection.execute(f"SELECT count(*) FROM {quoted}".encode())
                (rows[table],) = await cursor.fetchone() or (0,)
            if "rushes_migrations" in rows:
                cursor = await connection.execute(
                    "SELECT coalesce(max(number), 0) FROM rushes_migrations"
                )
                (schema,) = await cursor.fetchone() or (0,)
            cursor = await connection.execute("SELECT pg_database_size(current_database())")
            (size,) = await cursor.fetchone() or (0,)
    finally:
        await connection.close()
    return SchemaState("postgres", schema, size, rows)
