#!/bin/sh
# Keeps one comment on an issue or pull request up to date: changes the one that starts with the mark, or adds it.
#
#   say.sh NUMBER MARK FILE      needs gh, and GH_TOKEN and GH_REPO in the environment
set -eu

number=$1 mark=$2 file=$3
bot='github-actions[bot]'

case $number in '' | *[!0-9]*) echo "not a number: $number" >&2 && exit 2 ;; esac

known=$(gh api --paginate "repos/$GH_REPO/issues/$number/comments" \
    --jq ".[] | select(.user.login == \"$bot\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
if [ -n "$known" ]; then
    gh api --method PATCH "repos/$GH_REPO/issues/comments/$known" --field "body=@$file" >/dev/null
else
    gh api --method POST "repos/$GH_REPO/issues/$number/comments" --field "body=@$file" >/dev/null
fi
