"""Letters and what is not the text in them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from hamkor.read import read_bytes
from hamkor.read.blocks import Piece
from hamkor.read.mail.letter import strip_letter

BODY = [
    "Тараз и Талас откроют рейс, сообщили в управлении транспорта области.",
    "Билет будет стоить 2 500 тенге, рейсов станет четыре в день.",
]


def make_mail(subject: str, sender: str = "Пресс-служба <p@a.example>", plain: str = "\n\n".join(BODY)) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "d@h.example", subject
    message["Date"] = "Thu, 28 May 2026 10:42:00 +0600"
    message.set_content(plain)
    return message.as_bytes()


@pytest.mark.parametrize(
    "subject",
    ["Fwd: Re: Рейс в Талас", "Пресс-релиз: Рейс в Талас", "FW: PRESS RELEASE: Рейс в Талас", "[News] Рейс в Талас"],
)
def test_subject_is_freed_of_its_prefixes(subject: str) -> None:
    [document] = read_bytes(make_mail(subject), place="a.eml")
    assert document.title == "Рейс в Талас"
    assert document.published == "2026-05-28T10:42:00+06:00"
    assert document.publisher == "Пресс-служба"


def test_head_in_bare_bytes_is_read_by_its_letters() -> None:
    head = "From: Пресс-служба области <p@a.example>\nTo: d@h.example\nSubject: Рейс из Тараза в Талас\n\n"
    [document] = read_bytes(head.encode("cp1251") + "\n\n".join(BODY).encode("cp1251"), place="a.eml")
    assert (document.title, document.publisher) == ("Рейс из Тараза в Талас", "Пресс-служба области")
    assert document.text == "\n\n".join(BODY)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_what_archives_set_before_a_message_is_passed_over(before: bytes) -> None:
    [document] = read_bytes(before + make_mail("Рейс в Талас"), place="a.eml")
    assert (document.title, document.text) == ("Рейс в Талас", "\n\n".join(BODY))


def test_page_saved_whole_is_read_as_a_page() -> None:
    page = "<html><head><title>Рейс в Талас - Вестник Тараза</title></head><body><nav><a>Новости</a></nav>" + (
        f"<h1>Рейс в Талас</h1><i>28.05.2026</i><p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>"
    )
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", "Рейс в Талас"
    message["Snapshot-Content-Location"] = "https://taraz.example/reis"
    message.set_content(page, subtype="html")
    message.add_related(b"\x89PNG", "image", "png")
    [document] = read_bytes(message.as_bytes(), place="a.mht")
    assert (document.title, document.publisher, document.published) == ("Рейс в Талас", "Вестник Тараза", "2026-05-28")
    assert (document.text, document.url) == ("\n\n".join(BODY), "https://taraz.example/reis")


def test_sender_without_a_name_gives_the_domain() -> None:
    [document] = read_bytes(make_mail("Рейс в Талас", "p@akimat.example"), place="a.eml")
    assert document.publisher == "akimat.example"


@pytest.mark.parametrize(
    "opening", ["Уважаемые коллеги!", "Dear editors,", "Assalomu alaykum!", "Құрметті әріптестер!"]
)
@pytest.mark.parametrize("closing", ["--", "С уважением,", "Best regards,", "Hurmat bilan,", "Құрметпен,", "___"])
def test_greeting_and_signature_are_left_out(opening: str, closing: str) -> None:
    letter = [opening, *BODY, closing, "Кубат Эсенов", "тел. 00-00-00"]
    assert [piece.text for piece in strip_letter([Piece("paragraph", line) for line in letter])] == BODY


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "Тараз и Талас откроют рейс, сообщили в управлении транспорта области,\nгде ждут 12 тысяч пассажиров в год."
    )
    [document] = read_bytes(make_mail("Рейс в Талас", plain=wrapped), place="a.eml")
    assert document.text == wrapped.replace("\n", " ")


def test_words_of_thanks_amid_the_text_stay() -> None:
    body = [
        *BODY,
        "Спасибо стороны сказали и перевозчикам, которые два года возили людей на своих машинах без выходных.",
    ]
    assert [piece.text for piece in strip_letter([Piece("paragraph", line) for line in body])] == body
