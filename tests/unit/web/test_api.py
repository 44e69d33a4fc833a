"""web: the HTTP API keeps what its own description says, whatever is asked."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance
from starlette.testclient import TestClient

from browser.talks import articles, write
from communique.web.app import create_app

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    path = tmp_path_factory.mktemp("api") / "talks.communique"
    write(path, articles())
    return create_app(path)


@pytest.fixture(scope="module")
def description(app):
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"Host": "127.0.0.1"})


def test_every_answer_is_as_described(description):
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) == 22
    for operation in operations:

        @settings(
            max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate], database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def keeps_its_word(case):
            answer = case.call(headers={"Host": "127.0.0.1"})
            case.validate_response(answer, checks=CHECKS)

        keeps_its_word()


def test_pages_of_a_list_make_up_the_whole(app):
    client = TestClient(app, base_url="http://127.0.0.1")
    whole = client.get("/api/actors?size=500").json()
    parts = [client.get(f"/api/actors?size=1&at={at}").json()["items"] for at in range(whole["total"])]
    assert [part[0] for part in parts] == whole["items"] and whole["total"] == 3
    assert client.get("/api/timeline?since=2024-05&until=2024-05").json()["total"] == 1
    assert client.get("/api/timeline?since=2025").json()["total"] == 0
    assert client.get("/api/decisions").json() == {"total": 0, "at": 0, "items": []}
    assert client.get("/api/status").json()["counts"]["documents"] == 3


def test_every_section_has_a_page_in_the_description(app):
    paths = TestClient(app, base_url="http://127.0.0.1").get("/api/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/status", "/api/search", "/api/timeline", "/api/decisions", "/api/decisions/{number}", "/api/reviews", "/api/reviewers", "/api/changes",
        "/api/{section}", "/api/{section}/{own}", "/api/outlets", "/api/outlets/{own}", "/api/readouts", "/api/scores",
        "/api/as-of", "/api/network", "/api/passage", "/api/marks", "/api/marks/{name}", "/api/marks/{name}/changes",
    }  # fmt: skip


def test_a_line_is_judged_and_the_decision_taken_back_with_the_visitors_token_only(tmp_path):
    write(tmp_path / "own.communique", articles())
    client = TestClient(create_app(tmp_path / "own.communique"), base_url="http://127.0.0.1")
    before = client.get("/api/quotations").json()
    asked = {"section": "quotations", "item": before["items"][0]["id"], "action": "reject", "author": "Edda Holm"}
    assert client.post("/api/decisions", json=asked).status_code == 403
    own = {"X-Communique-Token": client.cookies["communique_token"]}
    made = client.post("/api/decisions", json=asked, headers=own)
    assert made.status_code == 201 and made.json()["number"] == 1
    assert client.get("/api/quotations").json()["total"] == before["total"] - 1
    [review] = client.get("/api/reviews?state=rejected").json()["items"]
    assert review["review"]["by"] == "Edda Holm" and review["words"][0]["quote"].startswith("We want the port")
    assert client.get("/api/reviews?state=accepted").json()["total"] == 0
    assert (
        client.post("/api/decisions", json={**asked, "action": "correct", "changes": {"form": "x"}}, headers=own).status_code
        == 409
    )
    assert client.post("/api/decisions", json={**asked, "section": "documents"}, headers=own).status_code == 422
    assert client.delete("/api/decisions/1?author=Ivo").status_code == 403
    assert client.delete("/api/decisions/1?author=Ivo", headers=own).json() == {"decisions": 1}
    assert client.delete("/api/decisions/1?author=Ivo", headers=own).status_code == 409
    assert client.get("/api/quotations").json() == before
