#!/usr/bin/env bash
# Installs those of the named Debian packages that are not here yet. Says in one line what it could not install and
# carries on: the step that needs it then fails by itself, with that line above it.
set -euo pipefail

missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    # Without a terminal nobody can type a password, so sudo must not ask for one.
    if [ -t 0 ]; then as_root=(sudo); else as_root=(sudo -n); fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >>"$log" 2>&1; }

echo "Installing ${missing[*]} …"
if ! { apt update && apt install -y --no-install-recommends "${missing[@]}"; } </dev/null; then
    echo "Could not install ${missing[*]}: $(grep -v '^$' "$log" | tail -1)" >&2
fi
