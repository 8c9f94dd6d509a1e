#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: tools/headless.sh COMMAND…
# Runs a command on an X display, a session bus and in directories of its own, so that what it draws depends
# on nothing of this machine's user. Its exit status is the command's. SCREEN=WIDTHxHEIGHT gives another size.
set -euo pipefail

private=$(mktemp -d)
server=

finish () {
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$private" 2>/dev/null || { sleep 0.2; rm -rf "$private"; }
}
trap finish EXIT

start_display () {
  # The server chooses a free number itself: two runs side by side never want the same one.
  # Without -noreset it starts over when the first client leaves, and refuses whoever comes at that moment.
  Xvfb -displayfd 3 -noreset -screen 0 "${SCREEN:-1280x900}x24" -nolisten tcp \
    3>"$private/display" >"$private/server.log" 2>&1 &
  server=$!
  for _ in $(seq 200); do
    [ -s "$private/display" ] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  if [ ! -s "$private/display" ]; then
    cat "$private/server.log" >&2
    echo "The virtual display did not start." >&2
    exit 1
  fi
  DISPLAY=":$(tr -d '[:space:]' <"$private/display")"
  export DISPLAY
}

isolate () {
  export HOME="$private/home" XDG_RUNTIME_DIR="$private/runtime"
  export XDG_CONFIG_HOME="$HOME/config" XDG_DATA_HOME="$HOME/data"
  export XDG_CACHE_HOME="$HOME/cache" XDG_STATE_HOME="$HOME/state"
  mkdir -p "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR"
  chmod 700 "$XDG_RUNTIME_DIR"
  # There is no settings daemon on such a display, so GTK reads these from its file.
  cat >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini" <<SETTINGS
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=false
SETTINGS
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY
  export GDK_BACKEND=x11 GSK_RENDERER=cairo
  # Without OpenGL a start takes half the time and a third of the memory. The switch has moved with GTK 4.16.
  if pkg-config --atleast-version=4.16 gtk4 2>/dev/null; then export GDK_DISABLE=gl; else export GDK_DEBUG=gl-disable; fi
  export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}" GIO_USE_VFS=local NO_AT_BRIDGE=0
  export LC_ALL="${LC_ALL:-C.UTF-8}"
}

start_display
isolate
status=0
# What the bus and its services say goes to a file; what the command says comes through.
dbus-run-session -- sh -c 'exec "$@" >&8 2>&9 8>&- 9>&-' sh "$@" 8>&1 9>&2 >"$private/bus.log" 2>&1 || status=$?
exit "$status"
