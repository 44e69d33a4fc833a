"""web: decisions on the pages, signed and reversible; several windows and a build at once lose none."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from browser.talks import articles, fourth, write
from communique.record.lock import build_lock
from communique.record.store import open_store
from communique.web.app import create_app

ONE, TWO, THREE = (record.document.id for record in articles())
TESTS = Path(__file__).resolve().parents[2]


def visitor(path) -> TestClient:
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    client.get("/review")
    return client


@pytest.fixture
def path(tmp_path):
    own = tmp_path / "talks.communique"
    write(own, articles())
    return own


def post(client, action="different", left=f"{ONE}:a1", right=f"{THREE}:a1", **fields):
    form = {"token": client.cookies["communique_token"], "author": "Edda Holm", "section": "actor"}
    form |= {"action": action, "left": left, "right": right, "back": "item", **fields}
    return client.post("/review/decide", data=form, follow_redirects=False)


def names(path) -> list[str]:
    with open_store(path) as store:
        return sorted(actor.name for actor in store.section("actors"))


def test_a_decision_is_signed_shown_and_taken_back(path):
    """The one split off held the other two together: they stay together, by a third decision of the same click."""
    client = visitor(path)
    answer = post(client, right="*")
    assert answer.status_code == 303 and "note=different" in answer.headers["location"]
    assert names(path).count("Ada Brandt") == 2
    page = client.get("/review/log").text
    assert "Edda Holm" in page and "3 decisions" in page
    with open_store(path) as store:
        first = store.decisions()[0]
    assert (first.left.quote, first.right.quote) == ("Ada Brandt", "Ada Brandt")
    form = {"token": client.cookies["communique_token"], "author": "Ivo Berg", "number": 1, "back": "/review/log"}
    assert client.post("/review/undo", data=form, follow_redirects=False).status_code == 303
    assert names(path).count("Ada Brandt") == 1
    with open_store(path) as store:
        assert [row.undone_by for row in store.decisions()] == ["Ivo Berg"] * 3
    assert client.post("/review/undo", data=form).status_code == 409


def test_a_decision_stays_when_articles_are_added(path):
    post(visitor(path), left=f"{THREE}:a1", right="*")
    write(path, (fourth(),))
    assert names(path).count("Ada Brandt") == 2


def test_changing_ones_mind_replaces_the_former_decision(path):
    client = visitor(path)
    post(client, "different", right=f"{THREE}:a1")
    assert post(client, "same", right=f"{THREE}:a1").status_code == 303
    assert names(path).count("Ada Brandt") == 1
    assert [own.verdict for own in judged(path)] == ["same"]


def judged(path):
    with open_store(path) as store:
        return [own for own in store.section("judgements") if own.author.startswith("person:")]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"token": "wrong"}, 403),
        ({"author": "  "}, 400),
        ({"section": "documents"}, 400),
        ({"action": "delete"}, 400),
        ({"right": f"{ONE}:a1"}, 400),
        ({"right": "d000000000000:a1"}, 500),
        ({"author": "x" * 500}, 422),
    ],
)
def test_refuses_what_is_no_decision(path, fields, status):
    assert post(visitor(path), **fields).status_code == status
    with open_store(path) as store:
        assert store.decisions() == ()


def test_leads_nowhere_else(path):
    client = visitor(path)
    for back in ("https://evil.example", "//evil.example", "/\\evil.example", "/review\nX: y"):
        where = post(client, back=back).headers["location"]
        assert where.startswith("/review?note=")


def test_a_decision_during_a_build_is_kept_and_shown_after_it(path, monkeypatch):
    monkeypatch.setattr("communique.web.change.PATIENCE", 0.2)
    client = visitor(path)
    client.app.state.publisher.publish.__func__.__defaults__ = (0.2,)
    try:
        with build_lock(path):
            assert "note=later" in post(client, right="*").headers["location"]
            assert "as soon as the running build has ended" in client.get("/review").text
            assert names(path).count("Ada Brandt") == 1
    finally:
        client.app.state.publisher.publish.__func__.__defaults__ = (8.0,)
    until = time.monotonic() + 20
    while client.app.state.publisher.waiting and time.monotonic() < until:
        time.sleep(0.05)
    assert names(path).count("Ada Brandt") == 2


BUILDER = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from browser.talks import articles, fourth, write
from communique.errors import StoreError
done = 0
while done < 6:
    try:
        write(Path(sys.argv[1]), (fourth(),) if done % 2 else articles())
        done += 1
    except StoreError as error:
        assert "another process is building" in str(error), error
        time.sleep(0.02)
"""


def test_two_windows_and_a_build_at_once_lose_no_decision(path):
    builder = subprocess.Popen([sys.executable, "-c", BUILDER.format(tests=str(TESTS)), str(path)], stderr=subprocess.PIPE)
    windows = [visitor(path), visitor(path)]  # two servers, each with its own connections and threads
    answers: list[int] = []

    def work(client, author):
        for number in range(6):
            answers.append(post(client, "same" if number % 2 else "different", author=author).status_code)
            answers.append(client.get("/actors").status_code)

    threads = [threading.Thread(target=work, args=(own, f"Reader {number}")) for number, own in enumerate(windows)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert builder.wait(120) == 0, builder.stderr.read().decode()
    assert set(answers) == {303, 200} and len(answers) == 24
    until = time.monotonic() + 30
    while any(own.app.state.publisher.waiting for own in windows) and time.monotonic() < until:
        time.sleep(0.05)
    with open_store(path) as store:
        assert [row.number for row in store.decisions()] == list(range(1, 13))
    assert {own.author for own in judged(path)} == {"person:Reader 0", "person:Reader 1"}
    assert names(path).count("Ada Brandt") == 1


def test_the_queue_shows_the_doubtful_first_and_counts_agreement(path):
    client = visitor(path)
    total = int(re.search(r"1 of (\d+)", client.get("/review?sure=1").text).group(1))
    post(client, "different")
    assert int(re.search(r"1 of (\d+)", client.get("/review?sure=1").text).group(1)) == total - 1
    post(client, "same", author="Ivo Berg")
    assert "Edda Holm and Ivo Berg both judged 1 pair: 0 alike" in client.get("/review/log").text


def test_the_second_reading_of_joins_does_not_show_the_first(path):
    first, second = visitor(path), visitor(path)
    assert "Sign first" in second.get("/review?second=1").text
    post(first, "different", reason="two namesakes")
    form = {"token": second.cookies["communique_token"], "author": "Ivo Berg", "back": "/review?second=1"}
    page = second.post("/review/sign", data=form).text
    assert "1 of 1" in page and "Ada Brandt" in page
    assert "apart now" not in page and "two namesakes" not in page and "Edda" not in page
    post(second, "different", author="Ivo Berg")
    assert "Nobody else has judged a join" in second.get("/review?second=1").text
    assert "Edda Holm and Ivo Berg both judged 1 pair: 1 alike" in second.get("/review/log").text


def test_a_server_killed_between_decision_and_record_shows_the_decision_after_its_next_start(path):
    import socket

    import httpx

    def start():
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "communique", "serve", "--record", str(path), "--port", str(port)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30)
        for _ in range(600):
            try:
                client.get("/review")
                return server, client
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the server does not start")

    def ask(client):
        with pytest.raises(httpx.TransportError):
            post(client, "different")

    server, client = start()
    try:
        with build_lock(path):  # the record cannot be made anew meanwhile
            sender = threading.Thread(target=ask, args=(client,), daemon=True)
            sender.start()
            until = time.monotonic() + 20
            while not decided(path) and time.monotonic() < until:
                time.sleep(0.02)
            server.kill()
            server.wait(20)
            sender.join(20)
    finally:
        server.kill()
    assert len(decided(path)) == 1 and names(path).count("Ada Brandt") == 1
    server, client = start()
    try:
        until = time.monotonic() + 20
        while names(path).count("Ada Brandt") == 1 and time.monotonic() < until:
            time.sleep(0.05)
        assert names(path).count("Ada Brandt") == 2
        assert client.get("/actors").text.count('<th scope="row"><a href="/actors/ada-brandt') == 2
    finally:
        server.kill()
        server.wait(20)


def decided(path):
    with open_store(path) as store:
        return store.decisions()
