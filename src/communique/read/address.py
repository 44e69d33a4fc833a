"""Fetching an address from a web that may be hostile.

Only http and https; every host is resolved once, every address it has must be public, and the connection goes to the address
that was checked, also after each redirect, so that no second look-up can change it. Size and time are bounded.

Source: OWASP, Server-Side Request Forgery Prevention; IANA special-purpose address registries (as `ipaddress` knows them).
"""

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from communique.errors import ReadError
from communique.read.settings import ReadSettings, megabytes

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024
_AGENT = "communique/1 (reads single articles that a person names)"
Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave. `url`: after redirects; `path`: its path part."""

    url: str
    path: str
    raw: bytes
    media_type: str | None
    charset: str | None


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """All addresses of a host, as the system's resolver gives them.

    Raises:
        ReadError: the host is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"has a host that cannot be found ({host}); check the address and the network") from error
    return tuple(dict.fromkeys(str(row[4][0]) for row in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet: not private, loopback, link-local, reserved, nor wraps one."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Opens addresses. `resolve` and `transport` (an httpx transport) can be put in place of the network's."""

    resolve: Resolve = resolve_host
    transport: Any = field(default=None)
    clock: Callable[[], float] = time.monotonic

    def fetch(self, address: str, settings: ReadSettings) -> Page:
        """The page at `address`.

        Raises:
            ReadError: the address is not allowed, or gives no page within the limits.
        """
        import httpx  # a while to import: only where there are addresses

        deadline = self.clock() + settings.timeout_seconds
        options = {
            "follow_redirects": False,
            "trust_env": False,
            "timeout": settings.timeout_seconds,
            "transport": self.transport,
        }
        try:
            for _ in range(settings.max_redirects + 1):
                with httpx.Client(
                    **options
                ) as client:  # a new one each time: no connection checked for another host is used again
                    page = self._step(client, address, settings, deadline)
                if isinstance(page, Page):
                    return page
                address = page
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            raise ReadError(
                f"could not be fetched ({type(error).__name__}: {error}); try again, or save the page and give the file"
            ) from error
        raise ReadError(f"redirects over {settings.max_redirects} times; open it in a browser and save the page")

    def _step(self, client: Any, address: str, settings: ReadSettings, deadline: float) -> "Page | str":
        """The page, or the address that it redirects to."""
        host, port = _checked_parts(address)
        checked = self._public_address(host, port)
        import httpx

        pinned = httpx.URL(address).copy_with(host=checked)
        headers = {
            "Host": httpx.URL(address).netloc.decode("ascii"),
            "Accept-Encoding": "gzip, identity",
            "User-Agent": _AGENT,
        }
        request = client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": host})
        response = client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return urljoin(address, str(response.headers["location"]))
            if response.status_code != 200:
                raise ReadError(f"answers with status {response.status_code}; check the address in a browser")
            raw = self._body(response, settings, deadline)
        finally:
            response.close()
        kind = response.headers.get("content-type")
        return Page(address, urlsplit(address).path, raw, kind, response.charset_encoding)

    def _public_address(self, host: str, port: int) -> str:
        found = self.resolve(host, port)
        if not found:
            raise ReadError(f"has a host without an address ({host}); check the spelling")
        for address in found:
            if not is_public(address):
                raise ReadError(f"leads to {address}, an address inside a private network; such are never fetched")
        return found[0]

    def _body(self, response: Any, settings: ReadSettings, deadline: float) -> bytes:
        coding = response.headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "gzip", "x-gzip", ""):
            raise ReadError(f"comes packed as {coding}, which was not asked for; save the page and give the file")
        unpack = zlib.decompressobj(31) if "gzip" in coding else None
        stated = response.headers.get("content-length", "")
        if stated.isdigit() and int(stated) > settings.max_file_bytes:
            raise ReadError(_over(settings))
        pieces: list[bytes] = []
        size = 0
        for chunk in response.iter_raw(_CHUNK):
            try:
                piece = unpack.decompress(chunk, settings.max_file_bytes - size + 1) if unpack else chunk
            except zlib.error as error:
                raise ReadError(f"comes damaged ({error}); try again") from error
            pieces.append(piece)
            size += len(piece)
            if size > settings.max_file_bytes:
                raise ReadError(_over(settings))
            if self.clock() > deadline:
                raise ReadError(
                    f"took over {settings.timeout_seconds:g} seconds; try again, or save the page and give the file"
                )
        return b"".join(pieces)


def _over(settings: ReadSettings) -> str:
    return f"is over {megabytes(settings.max_file_bytes)}, the limit for one file; raise max_file_bytes if you need it"


def _checked_parts(address: str) -> tuple[str, int]:
    """Host and port of an address that may be fetched.

    Raises:
        ReadError: another scheme, a name and password, no host, or no such port.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReadError(f"is no valid address ({error}); check it") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise ReadError(f"is a {parts.scheme or 'bare'} address; only http and https are read")
    if parts.username is not None or parts.password is not None:
        raise ReadError("holds a user name or password; give the address without them")
    if not host or any(mark.isspace() for mark in address):
        raise ReadError("has no host; check the address")
    return host, port or (443 if parts.scheme.lower() == "https" else 80)
