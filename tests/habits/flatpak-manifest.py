# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox grants what is needed and no more: a window, the mail server, its password. Files come through portals."""
import json

import tree

MANIFEST = 'flatpak/org.resellerconsole.ResellerConsole.json'
PERMISSIONS = {'--device=dri', '--share=ipc', '--share=network', '--socket=fallback-x11', '--socket=wayland',
               '--talk-name=org.freedesktop.secrets'}


def main():
    source = tree.from_arguments()
    manifest = json.loads(source.read(MANIFEST))
    granted = set(manifest['finish-args'])
    for permission in sorted(granted - PERMISSIONS):
        source.fault(MANIFEST, f'{permission} is not needed')
    for permission in sorted(PERMISSIONS - granted):
        source.fault(MANIFEST, f'{permission} is missing')
    if f'flatpak/{manifest["id"]}.json' != MANIFEST:
        source.fault(MANIFEST, f'is named otherwise than the application, {manifest["id"]}')
    if manifest['command'] != 'reseller-console':
        source.fault(MANIFEST, f'{manifest["command"]} is not the program')
    for module in manifest['modules']:
        for origin in module['sources']:
            if origin['type'] == 'archive' and len(origin.get('sha256', '')) != 64:
                source.fault(MANIFEST, f'{origin["url"]} has no SHA-256')
    source.finish(manifest['modules'])


main()
