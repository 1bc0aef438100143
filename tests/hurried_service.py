"""`rushes` with short pauses between the attempts to send a webhook, and short calls."""

from __future__ import annotations

import aiohttp

from rushes import webhook_post
from rushes.__main__ import main
from rushes.jobs import webhook_delivery

if __name__ == "__main__":
    webhook_delivery.PAUSES = (0.05,) * 40
    webhook_delivery.LOOK_INTERVAL = 0.05
    webhook_post.TIMEOUT = aiohttp.ClientTimeout(total=1)
    main()
