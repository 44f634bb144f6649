#!/usr/bin/env bash
# Measures the start, ten times each by turns: the plain jar, and the app image that mvn -Pdist package makes with its cache of
# classes. Prints the median of two times, from the launcher on: until the first picture of the window, and until both models are
# ranked on the screen. A new user's first start (empty cache folder) is measured too; last come the sizes.
# Needs xvfb-run, and a JDK 25 whose java is on the PATH or in JAVA_HOME. Run it on a machine that has nothing else to do.
set -eu
cd "$(dirname "$0")/../.."
runs="${1:-10}"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
image="$PWD/target/dist/matryoscope"
[ -x "$image/bin/matryoscope" ] || { echo "Make the image first: mvn -Pdist package" >&2; exit 1; }
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# start HOME COMMAND…: milliseconds until the window and until the second ranking, on one line
start() {
  local home=$1 log="$scratch/log" began process
  shift
  : >"$log"
  began=$(date +%s%3N)
  JAVA_TOOL_OPTIONS="-Dmatryoscope.log=INFO -Duser.home=$home" "$@" >/dev/null 2>"$log" &
  process=$!
  for _ in $(seq 600); do [ "$(grep -c 'StartTimes: ranking' "$log")" -ge 2 ] && break; sleep 0.05; done
  kill "$process"; wait "$process" 2>/dev/null || true
  awk -v began="$began" '/StartTimes: window/ {w = $NF - began} /StartTimes: ranking/ {r = $NF - began} END {print w, r}' "$log"
}

median() { sort -n | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2}'; }

measure() {
  local home="$scratch/home"
  mkdir -p "$home"
  start "$home" "$image/bin/matryoscope" >/dev/null # fills the cache folder
  for _ in $(seq "$runs"); do
    start "$home" "$java" -jar target/matryoscope.jar >>"$scratch/jar"
    start "$home" "$image/bin/matryoscope" >>"$scratch/image"
    rm -rf "$scratch/new"
    start "$scratch/new" "$image/bin/matryoscope" >>"$scratch/first"
  done
  for what in jar image first; do
    echo "$what: window $(cut -d' ' -f1 "$scratch/$what" | median) ms, both ranked $(cut -d' ' -f2 "$scratch/$what" | median) ms"
  done
  echo "image: $(du -sb "$image" | awk '{print int($1 / 1e6)}') MB$(for deb in target/dist/*.deb; do [ -f "$deb" ] && echo ", package: $(stat -c %s "$deb" | awk '{print int($1 / 1e6)}') MB"; done)"
  echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
}

if [ "${2:-}" = inside ]; then measure; else exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" "$runs" inside; fi
