#!/bin/sh
# Measures every target, beside the same work in numpy and faiss, and writes the table into the README; about eight
# minutes on 2 cores. Needs a Python 3.11 or later, 12 GB of memory and 20 GB of disk for temporary files.
#
#   src/bench/targets.sh                  everything
#   src/bench/targets.sh --divide 100     a quick trial, which is only printed
set -e
cd "$(dirname "$0")/../.."
venv=target/bench-venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --requirement src/bench/python/requirements.txt
[ $# -gt 0 ] || set -- --write README.md
exec mvn -B -ntp -q -Pbench -Dbench.main=org.matryoscope.bench.Targets -Dbench="--python $venv/bin/python $*"
