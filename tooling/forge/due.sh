#!/bin/sh
# Opens an issue for every steward who has pages to look at, or brings the one that is still open up to date.
#
#   due.sh DIR LABEL      DIR is what `gemeengoed due --out DIR` wrote; needs gh, GH_TOKEN and GH_REPO
set -eu

dir=$1 label=$2
gh label create "$label" >/dev/null 2>&1 || true
for folder in "$dir"/*/; do
    [ -f "$folder/title.txt" ] || continue
    title=$(cat "$folder/title.txt")
    known=$(gh issue list --state open --label "$label" --limit 500 --json number,title |
        TITLE=$title python3 -c 'import json, os, sys
found = [issue["number"] for issue in json.load(sys.stdin) if issue["title"] == os.environ["TITLE"]]
print(found[0] if found else "")')
    if [ -n "$known" ]; then
        gh issue edit "$known" --body-file "$folder/body.md" >/dev/null
    else
        gh issue create --title "$title" --body-file "$folder/body.md" --label "$label" >/dev/null
    fi
done
