#!/bin/sh
# Builds the Tessera that ./sarhad bench compares with, out of Debian's own packages, and installs nothing.
#
#   bench/tessera/build.sh        about 55 MB are fetched, two minutes; the result is bench/target/tessera/tessera
#
# Tessera and the Go it needs are in Debian unstable. A private package state with that suite alone is kept below
# bench/target/tessera, at the mirror this machine uses already; packages are unpacked there, and Go builds from them
# without a network. Unstable moves: what was built with which versions is printed, and kept beside the program.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mkdir -p "$here/../target/tessera" && cd "$here/../target/tessera" && pwd)
go=golang-1.26
packages="$go-go $go-src
  golang-github-transparency-dev-tessera-dev golang-github-transparency-dev-formats-dev
  golang-github-transparency-dev-merkle-dev golang-github-cenkalti-backoff-v5-dev golang-github-cespare-xxhash-v2-dev
  golang-github-go-logr-logr-dev golang-github-go-logr-stdr-dev golang-github-hashicorp-golang-lru-v2-dev
  golang-golang-x-crypto-dev golang-golang-x-exp-dev golang-golang-x-mod-dev golang-golang-x-sync-dev
  golang-golang-x-sys-dev golang-k8s-klog-dev golang-opentelemetry-otel-dev"

say() { printf '%s\n' "$*" >&2; }

mirror=$(apt-get indextargets --format '$(SITE) $(REPO_URI) $(ORIGIN) $(CREATED_BY)' | awk '$3 == "Debian" && $4 == "Packages" { print $2; exit }')
[ -n "$mirror" ] || { say "This needs a Debian whose package lists are there (apt-get update)."; exit 1; }

mkdir -p "$work/apt/lists/partial" "$work/apt/archives/partial" "$work/apt/none" "$work/debs" "$work/root"
: >"$work/apt/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror unstable main" >"$work/apt/sources.list"
cat >"$work/apt/apt.conf" <<CONF
Dir::Etc::SourceList "$work/apt/sources.list";
Dir::Etc::SourceParts "$work/apt/none";
Dir::State::Lists "$work/apt/lists";
Dir::State::Status "$work/apt/status";
Dir::Cache "$work/apt";
APT::Sandbox::User "root";
CONF
APT_CONFIG="$work/apt/apt.conf"
export APT_CONFIG

say "Fetching Tessera and Go from Debian unstable ..."
apt-get update -qq
# shellcheck disable=SC2086  # words on purpose
(cd "$work/debs" && apt-get download -qq $packages)
for deb in "$work"/debs/*.deb; do
  dpkg-deb -x "$deb" "$work/root"
done

say "Building ..."
GOROOT="$work/root/usr/lib/go-1.26" GOPATH="$work/root/usr/share/gocode" GOCACHE="$work/cache" \
  GO111MODULE=off GOTOOLCHAIN=local GOFLAGS='' \
  "$work/root/usr/lib/go-1.26/bin/go" build -o "$work/tessera" "$here/main.go"
for deb in "$work"/debs/*tessera*.deb "$work"/debs/$go-go*.deb; do
  dpkg-deb -W --showformat='${Package} ${Version}\n' "$deb"
done | tee "$work/versions"
say "Built $work/tessera"
