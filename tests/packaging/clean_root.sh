#!/usr/bin/env bash
# Installs the package in a new Debian and runs it there; needs root and a mirror, so it is run by
# hand: clean_root.sh PACKAGE.deb ROOT, where ROOT is a folder for or of debootstrap.
set -euo pipefail
package=$1 root=$2
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$root"
# minbase leaves out documentation and manuals; they are part of what is looked at.
rm -f "$root"/etc/dpkg/dpkg.cfg.d/*
cp "$package" "$root/tmp/euproj.deb"
chroot "$root" sh -eu <<'INSIDE'
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends /tmp/euproj.deb >/dev/null
euproj --version
for page in man1/euproj.1 man5/euproj-project.5 pl/man1/euproj.1 pl/man5/euproj-project.5; do gzip -t "/usr/share/man/$page.gz"; done
for file in bash-completion/completions/euproj zsh/vendor-completions/_euproj fish/vendor_completions.d/euproj.fish doc/euproj/copyright doc/euproj/changelog.gz; do
  test -s "/usr/share/$file"
done
cd "$(mktemp -d)"
euproj init projekt --lang en >/dev/null
euproj report projekt/project.yaml --lang en --format text,xlsx,json,html,csv -o out/ --quiet
test "$(ls out | wc -l)" = 5
cd /usr/share/doc/euproj/examples
euproj report */project.yaml --period 2022-05 --format xlsx -o "$OLDPWD/fleet/" --quiet >/dev/null
test "$(ls "$OLDPWD"/fleet/*.xlsx | wc -l)" -ge 9
apt-get purge -y -qq euproj >/dev/null
test ! -e /usr/bin/euproj
test ! -e /usr/share/doc/euproj
echo "installed, ran and was removed in Debian $(cat /etc/debian_version)"
INSIDE
