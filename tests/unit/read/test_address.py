"""read/address.py: what is fetched and what never is, against a server of this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from communique.errors import ReadError
from communique.read import ReadSettings, read_sources
from communique.read.address import Fetcher, is_public

PUBLIC = "93.184.216.34"
TEXT = (
    b"<!DOCTYPE html><html><head><title>Envoys meet</title></head><body><article>"
    + (
        b"<p>The two envoys met on Monday for six hours and agreed to exchange lists of prisoners by the end of the week.</p>"
        * 3
    )
    + b"</article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Pages, redirects and traps."""

    def do_GET(self):
        self.server.hosts.append(self.headers["Host"])
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
            return
        body, coding = {
            "/big": (b"x" * 400_000, None),
            "/bomb": (gzip.compress(b"x" * 400_000), "gzip"),
            "/br": (b"x", "br"),
        }.get(self.path, (TEXT, None))
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        """Say nothing."""


class ToServer(httpx.HTTPTransport):
    """Sends every request to the test server, and notes the address it was meant for."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.meant: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.meant.append(request.url.host)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return super().handle_request(request)


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.hosts = []
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


def fetcher(server: ThreadingHTTPServer, **names: str) -> Fetcher:
    known = {"courier.example": PUBLIC, **names}
    return Fetcher(resolve=lambda host, _port: (known.get(host, host),), transport=ToServer(server.server_port))


SMALL = ReadSettings(max_file_bytes=100_000, timeout_seconds=5, max_redirects=2)


def test_a_page_is_read_and_the_checked_address_is_used(server):
    own = fetcher(server)
    (doc,) = read_sources(["http://courier.example/envoys"], SMALL, fetcher=own)
    assert doc.text.startswith("Envoys meet\nThe two envoys")
    assert (doc.path, doc.url) == ("http://courier.example/envoys",) * 2
    assert own.transport.meant == [PUBLIC] and server.hosts == ["courier.example"]


def test_redirects_are_followed_and_checked(server):
    assert fetcher(server).fetch("http://courier.example/to//other", SMALL).url == "http://courier.example/other"
    for target in ("http://127.0.0.1/", "http://10.1.2.3/", "http://inside.example/", "file:///etc/passwd", "http://[::1]/"):
        own = fetcher(server, **{"inside.example": "192.168.0.9", "::1": "::1"})
        with pytest.raises(ReadError):
            own.fetch(f"http://courier.example/to/{target}", SMALL)
        assert own.transport.meant == [PUBLIC]


def test_too_many_redirects(server):
    with pytest.raises(ReadError, match="redirects over 2"):
        fetcher(server).fetch("http://courier.example/to//to//to//to//x", SMALL)


@pytest.mark.parametrize(("path", "words"), [("big", "limit"), ("bomb", "limit"), ("br", "packed"), ("gone", "404")])
def test_pages_that_are_refused(server, path, words):
    with pytest.raises(ReadError, match=words):
        fetcher(server).fetch(f"http://courier.example/{path}", SMALL)


def test_time_is_bounded(server):
    ticks = iter(range(0, 1_000, 10))
    own = Fetcher(fetcher(server).resolve, ToServer(server.server_port), clock=lambda: float(next(ticks)))
    with pytest.raises(ReadError, match="5 seconds"):
        own.fetch("http://courier.example/x", SMALL)


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///etc/passwd", "http://user:word@a.example/", "http:///x", "http://a.example:99999/"],
)
def test_addresses_that_are_never_fetched(server, address):
    (failure,) = read_sources([address], SMALL, fetcher=fetcher(server))
    assert failure.where == address
    assert server.hosts == []


def test_one_private_address_among_public_ones_is_enough(server):
    own = Fetcher(lambda _host, _port: (PUBLIC, "10.0.0.1"), ToServer(server.server_port))
    with pytest.raises(ReadError, match=r"10\.0\.0\.1"):
        own.fetch("http://courier.example/", SMALL)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "2001:db8::1", "words"],
)  # fmt: skip
def test_addresses_inside(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_addresses_outside(address):
    assert is_public(address)
