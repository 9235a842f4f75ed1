"""What whoever runs the service sees of it: health, metrics, the log, limits on slow clients, and how it ends."""

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from conftest import PROGRAM, free_port


def get(url: str, data: bytes | None = None) -> tuple[int, dict, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=data), timeout=30) as response:
            return response.status, dict(response.headers), response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


def a_child(data) -> dict:
    told = subprocess.run(
        [PROGRAM, "children", "--data", str(data), "--format", "json"], check=True, capture_output=True, timeout=120
    )
    return json.loads(told.stdout)[0]


def closes(connection: socket.socket) -> bool:
    """Whether the other side closes within half a minute, whatever it says before."""
    connection.settimeout(30)
    try:
        while connection.recv(4096):
            pass
    except ConnectionError:
        pass
    return True


def test_it_says_whether_it_can_work_and_what_cannot(serving, tmp_path):
    with serving() as server:
        status, _, body = get(server.url + "/health/ready")
        answer = json.loads(body)
        assert status == 200 and answer["ready"] is True
        assert set(answer["parts"]) >= {"journal", "access_log", "assets"}
        assert set(answer["parts"].values()) == {"ok"}
        assert get(server.url + "/health/live")[0] == 200
    with serving(assets=tmp_path / "nothing") as server:
        status, _, body = get(server.url + "/health/ready")
        assert status == 503
        assert json.loads(body)["parts"]["assets"] == "failed"
        assert str(tmp_path) not in body
        assert get(server.url + "/health/live")[0] == 200


def becomes(server, ready: bool) -> dict:
    """The parts, once the service says so."""
    patience = time.monotonic() + 30
    while True:
        status, _, body = get(server.url + "/health/ready")
        if (status == 200) == ready:
            return json.loads(body)["parts"]
        assert time.monotonic() < patience, body
        time.sleep(0.2)


def test_it_is_not_ready_while_nothing_can_be_written(serving):
    with serving() as server:
        becomes(server, True)
        with server.full_disk():
            parts = becomes(server, False)
            assert parts["journal"] == "failed" and parts["access_log"] == "failed" and parts["assets"] == "ok"
            assert get(server.url + "/health/live")[0] == 200
        becomes(server, True)
        assert server.stop() == 0


def test_a_view_that_cannot_be_kept_is_refused(serving, data):
    child = f"/children/{a_child(data)['id']}"
    with serving() as server:
        officer = server.sign_in("iro")
        with officer.open(server.url + child, timeout=30) as page:
            assert page.status == 200 and "This cannot be shown now" not in page.read().decode()
        with server.full_disk():
            for path in ["/", "/children", child]:
                with pytest.raises(urllib.error.HTTPError) as refused:
                    officer.open(server.url + path, timeout=60)
                text = refused.value.read().decode()
                assert refused.value.status == 503 and "This cannot be shown now" in text
                assert child not in text
        with officer.open(server.url + child, timeout=30) as page:
            assert page.status == 200
    assert subprocess.run([PROGRAM, "verify", "--data", str(data)], capture_output=True, timeout=120).returncode == 0


def test_metrics_are_read_on_a_port_of_their_own(serving):
    port = free_port()
    with serving(server_metrics_port=port) as server:
        get(server.url + "/health/live")
        status, headers, body = get(f"http://127.0.0.1:{port}/metrics")
        assert status == 200 and headers["Content-Type"].startswith("text/plain; version=0.0.4")
        lines = body.splitlines()
        assert any(line.startswith("throughline_journal_head ") for line in lines)
        assert any(line.startswith("throughline_sessions ") for line in lines)
        assert any(
            line.startswith('http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}')
            for line in lines
        )
        assert get(server.url + "/metrics")[0] == 404


def test_the_log_knows_a_request_by_its_number_and_never_the_child(serving, data):
    child = a_child(data)
    with serving() as server:
        _, headers, _ = get(f"{server.url}/children/{child['id']}?q=somebody")
        request = next(value for name, value in headers.items() if name.lower() == "x-request-id")
        get(f"{server.url}/{child['ssda903_id']}/somewhere")
        get(f"{server.url}/children?find=Anybody&team=Elsewhere")
        assert server.stop() == 0
        text = server.log.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    seen = next(line for line in lines if line.get("request_id") == request and line["message"] == "request")
    # The browser was sent on to sign in; the child's page was asked for before that.
    assert seen["route"] == "/sign-in" and seen["method"] == "GET"
    assert any(line.get("route") == "/children/{id}" for line in lines)
    assert isinstance(seen["status"], int) and isinstance(seen["seconds"], (int, float)) and seen["time"].endswith("Z")
    for fact in [child["id"], child["ssda903_id"], "somebody", "somewhere", "Anybody", "Elsewhere"]:
        assert fact not in text


def test_a_client_that_never_ends_its_headers_is_let_go(serving):
    with serving(server_idle_seconds=1) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert closes(client)
        assert get(server.url + "/health/live")[0] == 200


def test_a_client_that_sends_a_body_in_drips_is_let_go(serving):
    with serving(server_request_seconds=2) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
        client.settimeout(0.2)
        sent = 0
        while sent < 1000:
            try:
                client.sendall(b"a")
                sent += 1
                if client.recv(4096) == b"":
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        assert 0 < sent < 1000, "it went on reading"


def test_a_body_that_is_too_long_is_refused(serving):
    with serving(server_body_limit=65536) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n")
        client.settimeout(30)
        assert client.recv(4096).startswith(b"HTTP/1.1 413")


def test_it_answers_what_was_asked_before_it_stops(serving, data):
    with serving() as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        body = b"email=nobody%40example.org&password=a-fictional-password"
        head = f"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: {len(body)}\r\n"
        client.sendall(head.encode() + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n" + body[:20])
        # An answer to somebody else shows that the request above has arrived.
        assert get(server.url + "/health/live")[0] == 200
        server.process.terminate()
        while True:
            try:
                socket.create_connection(("127.0.0.1", server.port), timeout=30).close()
            except ConnectionError:
                break
        assert server.process.poll() is None, "it stopped with a request in hand"
        client.sendall(body[20:])
        client.settimeout(30)
        assert client.recv(4096).startswith(b"HTTP/1.1 ")
        assert server.process.wait(timeout=60) == 0
    # Everything is in the journal's own file: nothing was left in its log.
    log = data / "journal.sqlite-wal"
    assert not log.exists() or log.stat().st_size == 0
    assert subprocess.run([PROGRAM, "verify", "--data", str(data)], capture_output=True, timeout=120).returncode == 0
