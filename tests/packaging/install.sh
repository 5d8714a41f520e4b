#!/usr/bin/env bash
# cmake --install into a folder of its own; what lands there, and that it runs where there is nothing
# else of the project: install.sh CMAKE BUILD WORK SOURCE
set -euo pipefail
cmake=$1 build=$2 work=$3 source=$4

# From a clean clone: what is installed out of the build tree is a target of `./dev build`, or made for one.
targets=$(sed -n 's/^    build dev \(.*\)$/\1/p' "$source/dev" | head -1)
if [ -e "$build/build.ninja" ]; then
  # shellcheck disable=SC2086 # a word is a target
  made=$(cd "$build" && ninja -t graph $targets | sed -n 's/.*label="\([^"]*\)".*/\1/p')
  taken=$(sed -n "s|^ *\(.* FILES \)\?\"$build/\([^\"]*\)\".*|\2|p" "$build/cmake_install.cmake")
  [ "$(wc -l <<<"$taken")" -ge 8 ] || { echo "fault: found only these files to install: $taken"; exit 1; }
  for file in $taken; do
    case $file in *.cmake | install_manifest*) continue ;; esac
    grep -qxF "$file" <<<"$made" || { echo "fault: \`./dev build\` ($targets) does not make $file"; exit 1; }
  done
fi

rm -rf "$work"
"$cmake" --install "$build" --prefix "$work/usr" >/dev/null
cd "$work/usr"
for file in bin/euproj share/man/man1/euproj.1.gz share/man/pl/man1/euproj.1.gz share/man/man5/euproj-project.5.gz \
  share/man/pl/man5/euproj-project.5.gz share/doc/euproj/schemas/README.md \
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
