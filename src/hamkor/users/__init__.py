"""Who may sign in, and as what: names, roles, passwords, sessions, tokens. The ledger keeps them."""

from hamkor.users.accounts import Accounts
from hamkor.users.callers import Caller
from hamkor.users.roles import ROLES, allows

__all__ = ["ROLES", "Accounts", "Caller", "allows"]
