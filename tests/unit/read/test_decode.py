"""read/decode.py: bytes become characters."""

import codecs

import pytest

from communique.errors import ReadError
from communique.read.decode import decode

RUSSIAN = "Министр иностранных дел встретился с послом в Женеве и долго говорил с ним о мосте через реку."
FRENCH = "Le président a été reçu à Genève, où il a déclaré que la négociation était déjà terminée cet été."


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (RUSSIAN.encode(), RUSSIAN, "utf-8"),
        (codecs.BOM_UTF8 + b"yes", "\ufeffyes", "utf-8"),
        (codecs.BOM_UTF16_LE + "дa".encode("utf-16-le"), "\ufeffдa", "utf-16-le"),
        ("Plain words".encode("utf-16-be"), "Plain words", "utf-16-be"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8-r"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
    ],
)
def test_encodings(raw, text, encoding):
    found = decode(raw)
    assert (found.text, found.encoding) == (text, encoding)
    assert found.text.encode(found.encoding) == raw


def test_what_the_page_declares_goes_before_detection():
    raw = "Schlüssel".encode("cp1250")
    assert decode(raw, "windows-1250").text == "Schlüssel"
    assert decode("ü".encode(), "latin-1").text == "ü"  # but not before strict UTF-8


@pytest.mark.parametrize("raw", [b"words\x00words", bytes(range(1, 32)) * 20, codecs.BOM_UTF16_LE + b"odd"])
def test_bytes_that_are_no_text_are_refused(raw):
    with pytest.raises(ReadError):
        decode(raw)
