#!/usr/bin/env bash
# Installs the system libraries that the build links, where they are missing.
set -euo pipefail
missing=()
for package in libsqlite3-dev libxml2-dev libzip-dev pkg-config; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}"; } >/dev/null; then
  echo "could not install ${missing[*]}: install them by hand and run make again" >&2
  exit 1
fi
