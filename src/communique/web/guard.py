"""What keeps other sites and strangers out: Host and Origin checks, a token on every change, strict headers.

The server listens on the loopback address. A page of another site that the user visits could still send requests to it
(cross-site requests, DNS rebinding): hence the Host check on everything and the token and Origin check on changes.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

KEY_COOKIE = "communique_key"
TOKEN_COOKIE = "communique_token"
TOKEN_FIELD = "token"
TOKEN_HEADER = "x-communique-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
LARGEST_BODY = 64 * 1024 * 1024

Next = Callable[[Request], Awaitable[Response]]


def host_of(value: str) -> str:
    """The name in a Host header or in an Origin's authority, without port and brackets, lower case."""
    value = value.rpartition("//")[2].lower()
    if value.startswith("["):
        return value[1 : value.find("]")]
    return value.partition(":")[0]


class Guard:
    """Checks every request before a page sees it, and puts the headers on every answer.

    Args:
        hosts: names this server answers to.
        secret: what a visitor must present once ("?key=...") where the server is bound beyond the loopback; None there.
    """

    def __init__(self, hosts: frozenset[str] = LOCAL, secret: str | None = None) -> None:
        self.hosts = hosts
        self.secret = secret

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Answer 400 to a foreign Host, 403 to a foreign Origin or a wrong token, 413 to a body that is too large."""
        refused = self._refusal(request)
        response = refused or self._welcome(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.url.path.startswith("/static/"):
            response.headers["Cache-Control"] = "max-age=3600"
        else:
            response.headers["Cache-Control"] = "no-store"
        if refused is None and TOKEN_COOKIE not in request.cookies:
            response.set_cookie(TOKEN_COOKIE, new_token(request), httponly=True, samesite="strict")
        if refused is None and self.secret is not None and "key" in request.query_params:
            response.set_cookie("communique_key", self.secret, httponly=True, samesite="strict")
        return response

    def _welcome(self, request: Request) -> Response | None:
        """Keep a key that came with the address in a cookie, and take it out of the address: addresses are shared."""
        given = request.query_params.get("key")
        if self.secret is None or given is None or request.method not in SAFE or not self._matches(given):
            return None
        rest = urlencode([pair for pair in request.query_params.multi_items() if pair[0] != "key"])
        path = "/" + request.url.path.lstrip("/\\")  # never "//host": that would lead elsewhere
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(KEY_COOKIE, given, httponly=True, samesite="strict")
        return answer

    def _refusal(self, request: Request) -> Response | None:
        if host_of(request.headers.get("host", "")) not in self.hosts:
            return PlainTextResponse("This server answers on this machine only.", 400)
        if self.secret is not None and not self._known(request):
            return PlainTextResponse("Open the address with the key that was printed at start.", 403)
        if request.method in SAFE:
            return None
        origin = request.headers.get("origin")
        if origin is not None and origin.rpartition("//")[2].lower() != request.headers.get("host", "").lower():
            return PlainTextResponse("Changes are taken from this server's own pages only.", 403)
        empty = request.method == "DELETE" and "transfer-encoding" not in request.headers
        length = request.headers.get("content-length", "0" if empty else "")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            return PlainTextResponse(f"A body of at most {LARGEST_BODY // 2**20} MB with its length is needed.", 413)
        return None

    def _known(self, request: Request) -> bool:
        return self._matches(request.query_params.get("key") or request.cookies.get(KEY_COOKIE) or "")

    def _matches(self, given: str) -> bool:
        return self.secret is not None and hmac.compare_digest(given.encode(), self.secret.encode())


def new_token(request: Request) -> str:
    """The token of this visitor: the one in the cookie, else a new one, the same all through one request."""
    known = request.cookies.get(TOKEN_COOKIE) or getattr(request.state, "token", None)
    if known is None:
        known = secrets.token_urlsafe(32)
        request.state.token = known
    return str(known)


def token_matches(request: Request, given: str | None) -> bool:
    """Whether a change carries the visitor's own token, in a form field or a header."""
    own = request.cookies.get(TOKEN_COOKIE)
    sent = given or request.headers.get(TOKEN_HEADER)
    return bool(own and sent and hmac.compare_digest(own.encode(), sent.encode()))
