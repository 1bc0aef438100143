from __future__ import annotations

from rushes.providers.jwt import hs256


def test_the_token_that_is_known_from_documentation():
    claims = {"sub": "1234567890", "name": "John Doe", "iat": 1516239022}
    assert hs256(claims, "your-256-bit-secret") == (
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
        ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
        ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
    )
