#!/usr/bin/env bash
# cmake --install into a folder of its own; what lands there, and that it runs where there is nothing
# else of the project: install.sh CMAKE BUILD WORK
set -euo pipefail
cmake=$1 build=$2 work=$3
rm -rf "$work"
"$cmake" --install "$build" --prefix "$work/usr" >/dev/null
cd "$work/usr"
for file in bin/euproj share/man/man1/euproj.1.gz share/man/pl/man1/euproj.1.gz \
  share/bash-completion/completions/euproj share/zsh/vendor-completions/_euproj \
  share/fish/vendor_completions.d/euproj.fish share/euproj/project.schema.json \
  share/doc/euproj/examples/bytom/project.yaml share/doc/euproj/examples/batch/crontab; do
  [ -s "$file" ] || { echo "fault: $file is not installed"; exit 1; }
done
if command -v bwrap >/dev/null && bwrap --ro-bind / / true 2>/dev/null; then
  # Nothing but the system's libraries and what was installed.
  run=(bwrap --unshare-all --ro-bind /usr /usr --ro-bind "$work/usr" /opt/euproj
    --symlink usr/lib /lib --symlink usr/lib64 /lib64 --symlink usr/bin /bin --proc /proc --dev /dev --tmpfs /tmp --chdir /tmp)
else
  echo "skipped: the empty room (bwrap cannot make one here)"
  mkdir -p "$work/opt" && ln -s "$work/usr" "$work/opt/euproj"
  run=(env -i -C "$work")
fi
prefix=/opt/euproj
[ "${run[0]}" = bwrap ] || prefix=$work/usr
"${run[@]}" "$prefix/bin/euproj" report "$prefix/share/doc/euproj/examples/bytom/project.yaml" --period 2019-06 --lang en |
  grep -q '^Project implementation report' || { echo "fault: no report where only the installed files are"; exit 1; }
echo "installed and ran"
