"""Fakes of the video APIs of others, each with the routes, bodies and errors of its vendor.

    python -m tests.upstreams NAME --port 9000

serves one on loopback and prints how to use it. A test runs it in its own process:

    with running(OpenAI()) as (upstream, url):
        ...  # requests to `url`
        assert upstream.charged == 0.4

A module is one vendor: a subclass of `base.Upstream`, listed in `registry`. What goes wrong is
asked for in the prompt, with the names of `tests.fakes.faults`: `[fault:429=2]`. Besides those, all
jobs know `moderated` (it fails by moderation) and `lapsed` (it expires), and a prompt with the word
FAIL fails. A key that contains `wrong` is refused, and one that contains `poor` has no money.

`oracles` are the proof: programs that drive the vendors' own SDKs against these fakes. Where an
engine's own routes can be run, a fake is compared with them. `make oracles` runs all.
"""
