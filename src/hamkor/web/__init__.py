"""The workbench: pages and an HTTP API over one ledger. `app.py` puts them together, `server.py` runs them."""
