"""Exit with 0 if a URL of this container answers 200; the image has no curl.

    healthcheck [PORT [PATH]]

The default is the API: /health on RUSHES_PORT. A worker answers on RUSHES_METRICS_PORT.
"""

import http.client
import os
import sys

TIMEOUT = 5  # seconds


def main(port: str = os.environ.get("RUSHES_PORT") or "8787", path: str = "/health") -> int:
    """Ask this machine, whatever proxies are set."""
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=TIMEOUT)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        print(f"port {port}: {error}")
        return 1
    print(response.status, response.read(200).decode(errors="replace"))
    return int(response.status != 200)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
