"""URLs whose host already says that it is private are refused at once, with the field's name."""

from __future__ import annotations

import socket

import pytest

from tests.http.conftest import REQUEST, client_of, error_of
from tests.private_urls import PRIVATE_URLS
from tests.service import running_service


def image(url):
    return {"type": "image_url", "image_url": {"url": url}}


FIELDS = {
    "callback_url": lambda url: {"callback_url": url},
    "frame_images[0].image_url.url": lambda url: {
        "frame_images": [{**image(url), "frame_type": "first_frame"}]
    },
    "input_references[1].image_url.url": lambda url: {
        "input_references": [image("https://example.org/a.png"), image(url)]
    },
    "input_references[0].video_url.url": lambda url: {
        "input_references": [{"type": "video_url", "video_url": {"url": url}}]
    },
}


@pytest.fixture
def no_lookups(monkeypatch):
    resolve = socket.getaddrinfo

    def checked(host, *arguments, **options):
        assert host == "127.0.0.1", "a name was looked up"
        return resolve(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", checked)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("path", ["/videos", "/videos/quote"])
def test_a_private_url_is_a_400_that_names_its_field(client, service, field, path, no_lookups):
    for url in PRIVATE_URLS:
        response = client.post(path, json={**REQUEST, **FIELDS[field](url)})
        error = error_of(response, 400)
        assert error["metadata"]["field"] == field, url
        assert error["message"].startswith(f"{field}: "), url
        assert "password" not in response.text
    assert not service.provider.requests


def test_other_names_are_resolved_only_when_they_are_called(client, no_lookups):
    url = "https://hooks.example.org/x"
    for changes in (fields(url) for fields in FIELDS.values()):
        response = client.post("/videos/quote", json={**REQUEST, **changes})
        assert response.status_code == 200, response.text


def test_a_setting_permits_private_urls(tmp_path):
    with (
        running_service(tmp_path, fetch_private_urls=True) as running,
        client_of(running) as client,
    ):
        for url in ("https://127.0.0.1:8443/x", "https://hooks.internal/x", "https://[::1]/x"):
            for fields in FIELDS.values():
                response = client.post("/videos/quote", json={**REQUEST, **fields(url)})
                assert response.status_code == 200, response.text
        for url in ("http://127.0.0.1/x", "ftp://127.0.0.1/x"):
            response = client.post("/videos/quote", json={**REQUEST, "callback_url": url})
            assert error_of(response, 400)["metadata"]["field"] == "callback_url"


def test_what_a_url_may_hide_is_not_repeated(client):
    secret = "hunter2-in-a-url"
    bodies = (
        {"callback_url": f"http://hooks.example.org/{secret}"},
        {"callback_url": f"https://127.0.0.1/x?token={secret}"},
        {"callback_url": f"https://me:{secret}@127.0.0.1"},
        {"callback_url": [f"https://hooks.example.org/{secret}"]},
        {
            "frame_images": [
                {**image(f"data:text/plain;base64,{secret}"), "frame_type": "first_frame"}
            ]
        },
        {"frame_images": f"data:image/png;base64,{secret}"},
        {"size": f"https://hooks.example.org/?{secret}"},
    )
    for changes in bodies:
        response = client.post("/videos", json={**REQUEST, **changes})
        error_of(response, 400)
        assert secret not in response.text
