import pytest

from hamkor.errors import UsageError
from hamkor.settings import Settings, get_settings


def test_command_goes_before_environment_before_default() -> None:
    environ = {"HAMKOR_LEDGER": "from-environment.db"}
    assert get_settings(ledger="said.db", environ=environ).ledger == "said.db"
    assert get_settings(environ=environ).ledger == "from-environment.db"
    assert get_settings(environ={}).ledger.endswith("hamkor.db")


def test_limits_are_read_from_the_environment() -> None:
    settings = get_settings(
        ledger="a.db",
        environ={
            "HAMKOR_MAX_BYTES": "1000",
            "HAMKOR_TIMEOUT_S": "2.5",
            "HAMKOR_MAX_REDIRECTS": "0",
            "HAMKOR_ALLOW_PRIVATE": "yes",
        },
    )
    assert settings == Settings("a.db", max_bytes=1000, timeout_s=2.5, max_redirects=0, allow_private=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HAMKOR_MAX_BYTES", "64 MB"),
        ("HAMKOR_MAX_BYTES", "-1"),
        ("HAMKOR_TIMEOUT_S", "soon"),
        ("HAMKOR_TIMEOUT_S", "0"),
        ("HAMKOR_TIMEOUT_S", "inf"),
        ("HAMKOR_TIMEOUT_S", "nan"),
        ("HAMKOR_MAX_REDIRECTS", "²"),
        ("HAMKOR_ALLOW_PRIVATE", "perhaps"),
    ],
)
def test_a_wrong_variable_is_named_with_what_was_expected(name: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        get_settings(ledger="a.db", environ={name: value})
    assert name in str(caught.value)
    assert repr(value) in str(caught.value)
