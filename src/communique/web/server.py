"""Start the local web app."""

import socket
from pathlib import Path

import uvicorn

from communique.errors import CommuniqueError
from communique.record.store import open_store
from communique.web.app import create_app


def serve_record(record: Path, port: int, host: str = "127.0.0.1") -> None:
    """Serve the record until stopped.

    Args:
        record: path of the record file.
        port: 0 = any free port.

    Raises:
        StoreError: there is no such record.
        CommuniqueError: the port is taken.
    """
    open_store(record).close()
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise CommuniqueError(f"port {port} is taken; choose another with --port, or --port 0 for any free one") from error
    address = f"http://{host}:{listening.getsockname()[1]}/"
    print(f"{record} is open at {address} (stop with Ctrl-C)", flush=True)
    config = uvicorn.Config(create_app(record), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
