#!/usr/bin/env bash
# Coverage-guided fuzzing: fuzz.sh reader|canonicalizer|validator|sealed SECONDS
# Needs AFL++ (Debian: apt-get install afl++). What it finds lies in artifacts/fuzz/findings/TARGET.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=$1
seconds=$2
here=tests/Saml.Core.Fuzz
work=artifacts/fuzz
program=$work/bin/$target

command -v afl-fuzz > /dev/null || { echo "error: afl-fuzz is missing; on Debian: apt-get install afl++"; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# One thread and no tiers: the same input then takes the same edges.
export DOTNET_gcServer=0 DOTNET_gcConcurrent=0 DOTNET_TieredCompilation=0 DOTNET_ReadyToRun=1

mkdir -p "$work/findings"
[ -x "$work/tools/sharpfuzz" ] ||
    dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$work/tools"

rm -rf "$program"
dotnet publish "$here" -c Release -o "$program"
dotnet "$program/Saml.Core.Fuzz.dll" --seeds "$work/seeds"
"$work/tools/sharpfuzz" "$program/Saml.Core.dll"

# Findings of an earlier run are what the next one begins with.
input=$work/seeds/$target
[ ! -e "$work/findings/$target/default/fuzzer_stats" ] || input=-

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
export AFL_NO_UI=1 AFL_FORKSRV_INIT_TMOUT=60000
afl-fuzz -i "$input" -o "$work/findings/$target" -x "$here/saml.dict" -t 5000 -m none -G 65536 -V "$seconds" \
    -- dotnet "$program/Saml.Core.Fuzz.dll" --fuzz "$target"

grep -E '^(run_time|execs_done|execs_per_sec|corpus_count|edges_found|total_edges|saved_crashes|saved_hangs|stability)' \
    "$work/findings/$target/default/fuzzer_stats"
