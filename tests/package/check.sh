#!/usr/bin/env bash
# Does a package work for somebody who has nothing else? Installs it in a clean Debian root, does the main jobs there,
# and takes it away again.
#
#     check.sh PACKAGE.deb EVENT.json
#
# Needs root and mmdebstrap; the root is made from the package sources of this machine.
set -euo pipefail

package=$(realpath -- "$1")
event=$(realpath -- "$2")
root=$(mktemp -d /tmp/hookspect-root-XXXXXX)
trap 'rm -rf --one-file-system "$root" "$root.sources"' EXIT

say() { printf 'package: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM=dumb HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

# Everything that is there, but for what apt and dpkg note about themselves.
snapshot() {
    (cd "$root" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/log -o -path ./var/cache \
        -o -path ./tmp -o -path ./proc -o -path ./sys -o -path ./dev \) -prune -o -print | LC_ALL=C sort)
}

say "making a clean root"
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
dependencies=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/ //g')
cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null >"$root.sources" || true
mmdebstrap --quiet --variant=minbase --include="$dependencies,man-db,bash-completion,zsh,fish" \
    --dpkgopt='path-include=/usr/share/man/*' "$codename" "$root" - <"$root.sources"
snapshot >"$root/tmp/before"

say "installing"
cp -- "$package" "$root/tmp/hookspect.deb"
cp -- "$event" "$root/tmp/event.json"
inside dpkg -i /tmp/hookspect.deb >"$root/tmp/log" 2>&1 || die "it does not install: $(cat "$root/tmp/log")"
comm -13 "$root/tmp/before" <(snapshot) >"$root/tmp/added"

say "the main jobs"
inside hookspect --version
inside hookspect validate /tmp/event.json
inside hookspect get event.resource /tmp/event.json
inside man hookspect </dev/null | grep -q Ambassify || die "man hookspect says nothing"
for library in CLI11 RE2 fmt simdjson utf8proc; do
    inside test -s "/usr/share/doc/hookspect/licenses/$library.txt" || die "the licence of $library is missing"
done
pages=$(grep -c 'share/man/man./' "$root/tmp/added")
[ "$pages" -gt 5 ] || die "only $pages manual pages are in it"
[ "$(inside bash -ic '. /usr/share/bash-completion/bash_completion; _completion_loader hookspect; complete -p hookspect' 2>/dev/null)" = \
    "complete -F _hookspect hookspect" ] || die "bash does not find the completion"
# shellcheck disable=SC2016 # $_comps is for the zsh inside
inside zsh -c 'autoload -Uz compinit; compinit -D; [ "$_comps[hookspect]" = _hookspect ]' || die "zsh does not find the completion"
inside fish -c 'complete -C "hookspect valida"' | grep -q '^validate' || die "fish does not complete"

say "removing"
inside dpkg --purge hookspect >"$root/tmp/log" 2>&1 || die "it does not go: $(cat "$root/tmp/log")"
left=$(comm -13 "$root/tmp/before" <(snapshot) | grep -v -e '^\./root/' -e '^\./run/' || true)
[ -z "$left" ] || die "it leaves behind: $left"
say "installed, used and removed without a trace: $pages manual pages, $(wc -l <"$root/tmp/added") files and folders"
