#!/usr/bin/env bash
# The program that is shipped needs no library of the system beyond libc: begun in a root that holds nothing but
# the program (and libc, if it needs it) and an example, it writes the same bytes as the ordinary one:
# packaged.sh SHIPPED ORDINARY SOURCE WORK
set -euo pipefail
shipped=$1 ordinary=$2 source=$3 work=$4
skip() { echo "skipped: $*"; exit 77; }
[ -e "$shipped" ] || skip "no $shipped, which \`./dev shipped\` builds"
[ -z "$(find "$source"/{src,include,schemas,CMakeLists.txt,cmake} -newer "$shipped" -type f -print -quit)" ] || skip "$shipped is older than its sources"

needed=$(LC_ALL=C readelf -d "$shipped" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
others=$(grep -vxE 'libc\.so\.6|ld-linux.*' <<<"$needed" || true)
if [ -n "$others" ]; then
  [ -e "$source/build/archives/lib/libzip.a" ] || skip "the sources of libzip and libxlsxwriter were not to be had (packaging/archives)"
  echo "fault: $shipped needs of the system:" $others
  exit 1
fi

rm -rf "$work"
root=$work/root
mkdir -p "$root"/{tmp,bin}
cp "$shipped" "$root/bin/euproj"
cp -r "$source/examples/bytom" "$root/bytom"
if [ -n "$needed" ]; then
  for file in $(ldd "$shipped" | grep -oE '/[^ ]*(libc\.so\.6|ld-linux[^ ]*)'); do
    mkdir -p "$root$(dirname "$file")" && cp "$file" "$root$file"
  done
fi
if [ "$(id -u)" -eq 0 ] && chroot "$root" /bin/euproj --version >"$work/version"; then
  inside=(chroot "$root")
elif unshare --map-root-user --root="$root" /bin/euproj --version >"$work/version" 2>&1; then
  inside=(unshare --map-root-user --root="$root")
else
  skip "the kernel allows no other root: $(tail -n 1 "$work/version")"
fi

export TMPDIR=/tmp TZ=UTC
report=(report bytom/project.yaml --period 2019-06 --format text,xlsx,json,html,csv)
"${inside[@]}" /bin/euproj "${report[@]}" -o packaged/ --quiet
(cd "$root" && "$ordinary" "${report[@]}" -o ordinary/ --quiet)
diff -r "$root/packaged" "$root/ordinary"
[ "$(ls "$root/packaged" | wc -l)" -eq 5 ]
echo "$(cat "$work/version"): $(stat -c %s "$shipped") bytes, needs ${needed:-nothing}, five reports are those of the ordinary program"
