"""An answer that is made ready once: its bytes, its tag and what is sent to whom."""

from __future__ import annotations

import gzip

import pytest
from starlette.datastructures import Headers

from ui.packed import BRIEFLY, FOREVER, Packed

TEXT = b"arrows " * 500


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.8", "identity", ""])
def test_whoever_takes_gzip_gets_it_and_all_others_the_bytes_themselves(accepted: str) -> None:
    answer = Packed.zipped(TEXT, "text/plain").answer(Headers({"accept-encoding": accepted}))
    packed = "gzip" in accepted
    assert answer.headers.get("content-encoding") == ("gzip" if packed else None)
    assert (gzip.decompress(answer.body) if packed else answer.body) == TEXT
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["vary"] == "accept-encoding"


def test_what_is_kept_as_it_is_is_sent_so() -> None:
    answer = Packed.of(TEXT, "text/plain").answer(Headers({"accept-encoding": "gzip"}))
    assert (answer.body, answer.headers.get("content-encoding"), answer.headers.get("vary")) == (TEXT, None, None)


@pytest.mark.parametrize("packed", [Packed.of(TEXT, "text/plain"), Packed.zipped(TEXT, "text/plain")])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*", '{}, "other"'])
def test_a_reader_who_has_the_bytes_gets_none(packed: Packed, form: str) -> None:
    asked = Headers({"if-none-match": form.format(packed.tag.removeprefix("W/")), "accept-encoding": "gzip"})
    answer = packed.answer(asked, {"cache-control": FOREVER})
    assert (answer.status_code, answer.body) == (304, b"")
    assert answer.headers["etag"] == packed.tag
    assert answer.headers["cache-control"] == FOREVER
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("held", ["", '"other"', "W/", "arrows"])
def test_a_reader_who_has_others_gets_the_bytes(held: str) -> None:
    answer = Packed.of(TEXT, "text/plain").answer(Headers({"if-none-match": held}))
    assert (answer.status_code, answer.body) == (200, TEXT)
    assert answer.headers["cache-control"] == BRIEFLY


def test_the_tag_is_that_of_the_bytes_and_weak_where_two_encodings_share_it() -> None:
    plain, zipped = Packed.of(TEXT, "text/plain"), Packed.zipped(TEXT, "text/plain")
    assert zipped.tag == f"W/{plain.tag}"
    assert plain.tag != Packed.of(TEXT + b".", "text/plain").tag
