# shellcheck shell=sh
# Sourced by ./run and ./test: finds what the machine lacks and installs it, where it may.

say() { printf '%s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" > /dev/null 2>&1; }
has_postgresql() { has initdb || ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1; }
has_rabbitmq() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || has rabbitmq-server; }
has_container_engine() {
  for engine in docker podman; do has $engine && timeout 10 $engine info > /dev/null 2>&1 && return; done
  return 1
}
# Debian's own Python, which knows the packages of apt.
has_python_package() { /usr/bin/python3 -c "import $1" > /dev/null 2>&1; }
has_cjk_fonts() { has fc-list && [ -n "$(fc-list :lang=zh file)" ]; }

need_dotnet() {
  has dotnet || fail "the .NET SDK is missing: install version 10 from https://dotnet.microsoft.com/download, then run this again."
  (cd "$root" && dotnet --version > /dev/null 2>&1) ||
    fail "the .NET SDK here is too old: install version 10 from https://dotnet.microsoft.com/download, then run this again."
}

# need_packages PACKAGE...: installs them after a word; with no_install=1 it refuses.
need_packages() {
  [ $# -gt 0 ] || return 0
  [ -z "$no_install" ] || fail "missing on this machine: $*. Install them, or leave out --no-install."
  has apt-get || fail "missing on this machine: $*. Install them with its package manager, then run this again."
  if [ "$(id -u)" = 0 ]; then as_root=; elif has sudo; then as_root=sudo; else
    fail "missing on this machine: $*. As root: apt-get install $*"
  fi
  say "Installing with apt-get what is missing here: $*"
  $as_root apt-get update -q
  keep_services_off "$@"
}

# Debian starts servers as it installs them. Ours are private ones, so the new ones stay off; those that were here before are left alone.
keep_services_off() {
  policy=/usr/sbin/policy-rc.d
  [ -e $policy ] || {
    made_policy=1
    printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy > /dev/null
    $as_root chmod +x $policy
  }
  failed=
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" || failed=1
  [ -z "${made_policy:-}" ] || $as_root rm $policy
  [ -z "$failed" ] || fail "apt-get could not install: $*. See its lines above."
  for package in "$@"; do
    case $package in
      postgresql | rabbitmq-server) service=$package ;;
      openssh-server) service=ssh ;;
      *) continue ;;
    esac
    if has systemctl; then $as_root systemctl disable --now -q "$service" 2> /dev/null || true; fi
  done
}
