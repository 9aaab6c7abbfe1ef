#!/usr/bin/env bash
# Runs the tests and ends with the line "N passed, N failed, N skipped".
#
#   tests/run.sh             all tests
#   tests/run.sh GROUP...    domain, paper, web or browser (projects), or any trait: tests/run.sh security
#
# Options by environment: NO_BUILD=1 (already built), RESULTS=DIR (keep the trx files there).
# On Debian it installs what the tests need when that is absent; elsewhere it says what is missing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# command or file → Debian package
needs=(
  "/etc/ssl/certs/ca-certificates.crt ca-certificates"
  "/usr/lib/*/libicuuc.so.* libicu72"
  "/usr/share/zoneinfo/Europe/Moscow tzdata"
  "chromium chromium"
  "qpdf qpdf"
  "pdftotext poppler-utils"
  "mutool mupdf-tools"
  "/usr/share/fonts/truetype/liberation*/LiberationSans-Regular.ttf fonts-liberation"
)

present() { if [[ $1 == /* ]]; then compgen -G "$1" >/dev/null; else command -v "$1" >/dev/null; fi; }

install_needs() {
  local missing=() need sudo=()
  for need in "${needs[@]}"; do present "${need% *}" || missing+=("${need##* }"); done
  ((${#missing[@]} == 0)) && return 0
  ((EUID == 0)) || sudo=(sudo -n)
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    echo "tests/run.sh needs: ${missing[*]}; install them and run again." >&2
    return 1
  fi
  echo "Installing ${missing[*]}" >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    { echo "tests/run.sh could not install ${missing[*]}; install them and run again." >&2; return 1; }
}

# Sum of the <Counters> of the trx files; what was not executed was skipped.
summary() {
  local total=0 executed=0 passed=0 file
  for file in "$results"/*.trx; do
    [[ -e $file ]] || continue
    [[ $(grep -m1 -o '<Counters [^>]*>' "$file") =~ total=\"([0-9]+)\"\ executed=\"([0-9]+)\"\ passed=\"([0-9]+)\" ]] || continue
    total=$((total + BASH_REMATCH[1])) executed=$((executed + BASH_REMATCH[2])) passed=$((passed + BASH_REMATCH[3]))
  done
  echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
  ((total > 0 && passed == executed))
}

finish() { # exit code, for a run that never reached a test
  echo "0 passed, 0 failed, 0 skipped"
  exit "$1"
}

targets=() traits=()
for group in "$@"; do
  case $group in
    domain | paper | web | browser) targets+=("tests/MentoringPortal.${group^}.Tests") ;;
    -*) sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
    *) traits+=("Category=$group") ;;
  esac
done
((${#targets[@]})) || targets=(MentoringPortal.sln)
filter=()
((${#traits[@]})) && filter=(--filter "$(IFS='|'; echo "${traits[*]}")")

results=${RESULTS:-$(mktemp -d)}
mkdir -p "$results"
rm -f "$results"/*.trx
[[ -n ${RESULTS:-} ]] || trap 'rm -rf "$results"' EXIT

command -v dotnet >/dev/null || { echo "tests/run.sh needs the .NET 10 SDK." >&2; finish 1; }
install_needs || finish 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
code=0
for target in "${targets[@]}"; do
  if [[ -z ${NO_BUILD:-} ]]; then
    dotnet build "$target" --nologo --verbosity quiet || finish 1
  fi
  dotnet test "$target" --no-build --nologo --verbosity quiet --logger "console;verbosity=minimal" --logger trx --results-directory "$results" "${filter[@]}" || code=$?
done

summary || code=$((code ? code : 1))
exit "$code"
