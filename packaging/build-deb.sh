#!/usr/bin/env bash
# Makes a Debian package of a built binary, with what it serves and how it is run.
#
#     packaging/build-deb.sh BINARY OUT
#
# The assets of .assets, the lists of .lists and, where it was made, the postcode table of .places go in.
set -euo pipefail
binary=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
version=$("$binary" --version)
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 0755 "$tree"

install -D -m 0755 "$binary" "$tree/usr/bin/throughline"
if [ "${STRIP:-1}" = 1 ]; then strip --strip-unneeded "$tree/usr/bin/throughline"; fi
for folder in assets lists; do
    [ -d "$root/.$folder" ] || { echo "build-deb: there is no folder .$folder; run make setup" >&2; exit 1; }
    for file in "$root/.$folder"/*; do
        install -D -m 0644 "$file" "$tree/usr/share/throughline/$folder/$(basename "$file")"
    done
done
[ ! -e "$root/.places/postcodes.bin" ] ||
    install -D -m 0644 "$root/.places/postcodes.bin" "$tree/usr/share/throughline/postcodes.bin"
if [ -e "$tree/usr/share/throughline/postcodes.bin" ]; then
    install -D -m 0644 "$here/settings.yaml" "$tree/usr/share/throughline/settings.yaml"
else
    grep -v '^places:' "$here/settings.yaml" | install -D -m 0644 /dev/stdin "$tree/usr/share/throughline/settings.yaml"
fi
install -D -m 0640 "$here/environment" "$tree/etc/throughline/environment"
for unit in "$here"/systemd/*; do install -D -m 0644 "$unit" "$tree/lib/systemd/system/$(basename "$unit")"; done
install -D -m 0644 "$root/LICENSE" "$tree/usr/share/doc/throughline/copyright"
for page in operations cli journal standards; do
    install -D -m 0644 "$root/docs/$page.md" "$tree/usr/share/doc/throughline/$page.md"
done

# Which Debian packages its libraries come from.
mkdir -p "$tree/work/debian"
printf 'Source: throughline\n\nPackage: throughline\nArchitecture: any\n' >"$tree/work/debian/control"
depends=$(cd "$tree/work" && dpkg-shlibdeps -O --ignore-missing-info "$tree/usr/bin/throughline" 2>/dev/null |
    sed -n 's/^shlibs:Depends=//p')
rm -r "$tree/work"
[ -n "$depends" ] || { echo "build-deb: what the binary needs could not be found out" >&2; exit 1; }

install -d -m 0755 "$tree/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
    -e "s/@SIZE@/$(du -sk "$tree" | cut -f1)/" "$here/debian/control.in" >"$tree/DEBIAN/control"
echo /etc/throughline/environment >"$tree/DEBIAN/conffiles"
install -m 0755 "$here"/debian/{postinst,prerm,postrm} "$tree/DEBIAN/"

mkdir -p "$out"
package="$out/throughline_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "-Z${COMPRESSION:-xz}" "$tree" "$package" >/dev/null
echo "$package"
