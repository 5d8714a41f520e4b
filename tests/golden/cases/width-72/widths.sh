# An e-mail of 72 columns: no line of any example is longer, and there is nothing in it that a mail
# program would change: no-break spaces, tabs, blanks at the end of a line.
export LC_ALL=C.UTF-8
for project in examples/*/project.yaml; do
  name=$(basename "$(dirname "$project")")
  last=$(sed -n 's/.*period: *{start: .*end: \(....-..-..\)}.*/\1/p' "$project" | head -n 1)
  for option in "--lang pl" "--lang en" --brief; do
    euproj report "$project" --as-of "$last" --width 72 --quiet --keep-going $option >text 2>/dev/null
    [ "$(wc -l <text)" -gt 20 ] || echo "$name $option: there is no report"
    grep -nE -e '.{73}' -e '[[:blank:]]$' text | sed "s/^/$name $option: /"
    grep -n -e "$(printf '\302\240')" -e "$(printf '\t')" text | sed "s/^/$name $option: not plain: /"
  done
  echo "$name"
done
