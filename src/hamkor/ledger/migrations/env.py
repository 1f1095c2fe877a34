"""Run by alembic, on the connection and within the transaction that `hamkor.ledger.upgrade` has begun."""

from alembic import context

from hamkor.ledger.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
