#!/bin/sh
# Compares the speed of encoding with bare ONNX Runtime runs in Java and with ONNX Runtime from Python, and measures the memory
# that 100,000 texts take; about seven minutes on 2 cores. Needs a Python 3.11 or later.
set -e
cd "$(dirname "$0")/../.."
venv=target/bench-venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --requirement src/bench/python/requirements.txt
exec mvn -B -ntp -q -Pbench -Dbench.main=org.matryoscope.bench.EncodeComparison -Dbench="$venv/bin/python"
