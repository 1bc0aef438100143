#!/bin/sh
# Install what the tests need beside Python: PostgreSQL's server programs (13 or newer), nginx,
# Caddy, Prometheus with promtool (2.40 or newer), and Chromium. Only without PostgreSQL it fails:
# the tests that need one of the others are skipped.
set -eu

found() {
    for folder in $(echo "$PATH" | tr ':' ' ') /usr/sbin /usr/local/sbin /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/$1" ]; then
            return 0
        fi
    done
    return 1
}

packages=
for pair in initdb:postgresql postgres:postgresql nginx:nginx-light caddy:caddy chromium:chromium \
    prometheus:prometheus promtool:prometheus; do
    package=${pair#*:}
    if ! found "${pair%%:*}"; then
        case " $packages " in
        *" $package "*) ;;
        *) packages="$packages $package" ;;
        esac
    fi
done
if [ -z "$packages" ]; then
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=none
fi
install_packages() {
    if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
        return 1
    fi
    # Only the programs: the tests start servers of their own, so PostgreSQL gets no cluster, and
    # systemd starts none of the others.
    $as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" |
        $as_root tee /etc/postgresql-common/createcluster.d/rushes.conf >/dev/null
    units=
    for unit in nginx caddy prometheus; do
        if [ -d /run/systemd/system ] && ! found "$unit"; then
            units="$units $unit.service"
            $as_root systemctl mask --quiet "$unit.service"
        fi
    done
    $as_root apt-get update -q
    installed=0
    # shellcheck disable=SC2086 # several packages
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -yq --no-install-recommends $packages || installed=1
    for unit in $units; do
        $as_root systemctl unmask --quiet "$unit"
        $as_root systemctl disable --quiet "$unit" || true
    done
    return $installed
}

if ! install_packages; then
    echo "The tests need PostgreSQL 13 or newer (initdb and postgres), nginx, Caddy, Prometheus (with" >&2
    echo "promtool), and Chromium. Install what is missing, for instance Debian's and Ubuntu's packages:$packages" >&2
    found initdb && found postgres
fi
