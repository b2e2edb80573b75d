#!/bin/sh
# Proposes on the forge what `gemeengoed intake --issue EVENT --out DIR` handed over: one branch and one pull request for
# an issue, and one comment on it, kept up to date. Run in a checkout of the main branch.
#
#   propose.sh DIR ISSUE BASE      needs git, gh, and GH_TOKEN and GH_REPO in the environment
#
# DIR holds texts and a patch. All of it goes on as files; no text of it is ever a command.
set -eu

dir=$1 issue=$2 base=$3
bot='github-actions[bot]'
bot_address='41898282+github-actions[bot]@users.noreply.github.com'

case $issue in '' | *[!0-9]*) echo "not the number of an issue: $issue" >&2 && exit 2 ;; esac
branch="bijdrage/$issue"
outcome=$(cat "$dir/outcome")
comment="$dir/comment.md"

# Whether somebody else worked on the branch after us; then it is left as it is.
is_taken_over() {
    git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch" 2>/dev/null || return 1
    git log --format=%ce "origin/$base..origin/$branch" | grep -qvxF "$bot_address"
}

propose() {
    git switch --quiet --force-create "$branch" "origin/$base"
    git apply --index --include='commons/*' --include='contributors.yaml' "$dir/change.patch"
    # A link would lead out of the commons.
    if git diff --cached --raw | grep -q '^:[0-7]* 120000 '; then
        echo "a contribution cannot hold links" >&2
        exit 2
    fi
    git -c user.name="$bot" -c user.email="$bot_address" -c commit.gpgsign=false \
        commit --quiet --author="$(cat "$dir/author")" --file="$dir/commit.txt"
    git push --quiet --force origin "HEAD:refs/heads/$branch"
    url=$(gh pr list --head "$branch" --state open --json url --jq '.[0].url // ""')
    if [ -n "$url" ]; then
        gh pr edit "$url" --title "$(cat "$dir/title.txt")" --body-file "$dir/body.md" >/dev/null
    else
        for label in $(tr ',' ' ' <"$dir/labels"); do gh label create "$label" >/dev/null 2>&1 || true; done
        url=$(gh pr create --base "$base" --head "$branch" --title "$(cat "$dir/title.txt")" \
            --body-file "$dir/body.md" --label "$(cat "$dir/labels")")
    fi
    printf '\n%s %s\n' "$(cat "$dir/follow.txt")" "$url" >>"$comment"
}

say() {
    "$(dirname "$0")/say.sh" "$issue" '<!-- gemeengoed-intake -->' "$comment"
}

case $outcome in
proposed)
    if is_taken_over; then comment="$dir/busy.md"; else propose; fi
    say
    ;;
asked | double) say ;;
ignored) ;;
*) echo "unknown outcome" >&2 && exit 2 ;;
esac
