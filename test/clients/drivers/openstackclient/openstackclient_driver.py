"""Driver of openstackclient: a call is a command. The outcome of a command is its exit code and its output."""

import json
import os
import re
import subprocess
import sys

from driver import drive

OPENSTACK = os.path.join(os.path.dirname(sys.executable), 'openstack')


class CommandError(Exception):
    def __init__(self, code, output):
        super().__init__(output.strip())
        self.code = code


def openstack(*arguments):
    done = subprocess.run([OPENSTACK, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise CommandError(done.returncode, done.stderr)
    return done.stdout


def pairs(it):
    return [part for key, value in it['metadata'].items() for part in ('--property', f'{key}={value}')]


def keys(it):
    return [part for key in it['keys'] for part in ('--property', key)]


def show(it):
    return json.loads(openstack('server', 'show', it['serverId'], '-f', 'json', '-c', 'properties'))['properties']


def run(*arguments):
    openstack(*arguments)


def status_of(error):
    """A command tells a status only in its text."""
    found = re.search(r'HTTP (\d{3})|\b(4\d\d|5\d\d)\b', str(error))
    return int(next(group for group in found.groups() if group)) if found else None


drive(
    {
        'read': ('openstack server show SERVER', show),
        'set': ('openstack server set --property KEY=VALUE SERVER',
                lambda it: run('server', 'set', *pairs(it), it['serverId'])),
        'remove': ('openstack server unset --property KEY SERVER',
                   lambda it: run('server', 'unset', *keys(it), it['serverId'])),
        'clear': ('openstack server unset --all-properties SERVER',
                  lambda it: run('server', 'unset', '--all-properties', it['serverId'])),
    },
    type_of=lambda error: f'exit code {error.code}' if isinstance(error, CommandError) else type(error).__name__,
    status_of=status_of,
)
