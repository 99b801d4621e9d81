#!/bin/bash
# Installs the Debian packages that are missing: tests/setup.sh build [test] [ci] [bench]
#
# Asks dpkg first and calls apt-get only when something is missing, through sudo when not root.
# Without apt-get, or without the right to use it, it names the packages and stops.
# MAPPA_SETUP=skip trusts that everything needed is there, under whatever name.
set -eu

# Every package that mappa needs, in this one place; what each library is for says lib/CMakeLists.txt.
packages() {
  case $1 in
    build)
      echo g++ cmake ninja-build pkg-config
      echo libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libcsv-dev
      echo libsqlitecpp-dev libsqlite3-dev libsodium-dev libutf8proc-dev libsmartcols-dev
      echo libkainjow-mustache-dev libgmime-3.0-dev libical-dev
      ;;
    test) echo doctest-dev scdoc mandoc sqlite3 msmtp python3 python3-icalendar ;;
    ci) echo clang libclang-rt-14-dev ;;
    bench) echo sqlite3 python3 ;;
    *)
      echo "tests/setup.sh: '$1' is no set of packages; give build, test, ci or bench" >&2
      exit 2
      ;;
  esac
}

installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

stop() {
  {
    echo
    echo "$1"
    echo "These Debian packages are needed:"
    printf '  %s\n' "${wanted[@]}"
    echo "Install them, or what your system calls them, and run this again."
    echo "If they are there already: MAPPA_SETUP=skip says so."
  } >&2
  exit 1
}

apt() {
  local become=()
  [ "$(id -u)" = 0 ] || become=(sudo)
  ${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

wanted=()
for set in "$@"; do
  names=$(packages "$set")
  for package in $names; do wanted+=("$package"); done
done

[ "${MAPPA_SETUP:-}" != skip ] || exit 0
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  stop "This system has no apt-get, so nothing can be installed here."
fi

missing=()
for package in ${wanted[@]+"${wanted[@]}"}; do
  installed "$package" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

wanted=("${missing[@]}")
if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
  stop "Packages are missing, and only root may install them (there is no sudo here)."
fi
echo "Installing ${missing[*]}"
apt update || stop "The package lists could not be fetched (see above)."
apt install -y --no-install-recommends "${missing[@]}" >/dev/null || stop "apt-get could not install them (see above)."
