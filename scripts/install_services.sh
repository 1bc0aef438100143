#!/bin/sh
# Install what the tests need beside Python: PostgreSQL's server programs, 13 or newer.
set -eu

for folder in $(echo "$PATH" | tr ':' ' ') /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
        exit 0
    fi
done

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=none
fi
if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    echo "The tests need PostgreSQL 13 or newer: install its server (initdb and postgres)," >&2
    echo "for instance the package postgresql of Debian and Ubuntu, or postgresql-server." >&2
    exit 1
fi

# Only the programs: the tests start a server of their own, so no cluster is made.
$as_root mkdir -p /etc/postgresql-common/createcluster.d
echo "create_main_cluster = false" |
    $as_root tee /etc/postgresql-common/createcluster.d/rushes.conf >/dev/null
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends postgresql
