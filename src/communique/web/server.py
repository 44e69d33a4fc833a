"""Start the local web app."""

import socket
from pathlib import Path

import uvicorn

from communique.errors import CommuniqueError
from communique.record.store import open_store
from communique.web.app import create_app
from communique.web.guard import LOCAL

SHORTEST_KEY = 12


def serve_record(record: Path, port: int, host: str = "127.0.0.1", key: str | None = None) -> None:
    """Serve the record until stopped.

    Args:
        record: path of the record file.
        port: 0 = any free port.
        host: address to listen on; beyond the loopback a visitor needs the key in the address that is printed.
        host: address to listen on.
        key: what visitors must present; needed where the address is not this machine's own.

    Raises:
        StoreError: there is no such record.
        CommuniqueError: the port is taken, or others could reach the record without a key.
    """
    if host not in LOCAL and len(key or "") < SHORTEST_KEY:
        raise CommuniqueError(
            f"others could open the record at {host}: give --key, or COMMUNIQUE_KEY, of {SHORTEST_KEY} characters or more"
        )
    open_store(record).close()
    listening = _bound(host, port)
    app = create_app(record, hosts=LOCAL | _names(host), secret=key)
    shown = "127.0.0.1" if host in ("", "0.0.0.0") else f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    print(f"{record} is open at {address}{'?key=...' if key else ''} (stop with Ctrl-C)", flush=True)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise CommuniqueError(
            f"cannot listen on {host}, port {port}: {error.strerror}; choose another with --port (0: any free one) or --host"
        ) from error
    return listening


def _names(host: str) -> frozenset[str]:
    """Names by which visitors reach a server that listens on `host`."""
    if host in LOCAL:
        return frozenset()
    name = socket.gethostname()
    try:
        own = {str(row[4][0]).lower() for row in socket.getaddrinfo(name, None)}
    except OSError:
        own = set()
    return frozenset({host.lower(), name.lower(), socket.getfqdn().lower(), *own})
