"""Nova in one process: its own functional fixtures (SQLite in memory, a fake hypervisor, stubs of the other services)
behind its real WSGI pipeline, keystonemiddleware included, on 127.0.0.1.

usage: serve.py PORT FOLDER. Writes FOLDER/config.yaml and FOLDER/about.json as soon as requests are answered.
"""

import os
import sys

PORT, FOLDER = int(sys.argv[1]), sys.argv[2]
# Settings of a test run, and a proxy, which the fixtures would read.
for name in ('OS_TEST_TIMEOUT', 'OS_DEBUG', 'OS_STDOUT_CAPTURE', 'OS_STDERR_CAPTURE', 'http_proxy', 'HTTP_PROXY'):
    os.environ.pop(name, None)
os.environ['OS_NOVA_DISABLE_EVENTLET_PATCHING'] = 'false'
sys.argv = sys.argv[:1]

from nova import monkey_patch  # noqa: E402

# Up to Nova 31 the import alone has patched.
if hasattr(monkey_patch, 'patch'):
    monkey_patch.patch()

import json  # noqa: E402
import logging  # noqa: E402
import time  # noqa: E402
import unittest  # noqa: E402
import uuid  # noqa: E402
import warnings  # noqa: E402
from importlib import metadata  # noqa: E402

import eventlet  # noqa: E402
import eventlet.wsgi  # noqa: E402
import keystonemiddleware.fixture  # noqa: E402
import nova  # noqa: E402
import nova.policy  # noqa: E402
import requests  # noqa: E402
from nova import exception  # noqa: E402
from nova import test as nova_test  # noqa: E402
from nova.tests.functional import integrated_helpers  # noqa: E402
from oslo_policy import policy as oslo_policy  # noqa: E402

PROJECT, OTHER_PROJECT = uuid.uuid4().hex, uuid.uuid4().hex
TOKEN, OTHER_TOKEN = uuid.uuid4().hex, uuid.uuid4().hex
IMAGE = '155d900f-4e14-4e4c-a73d-069cbf4541e6'
URL = 'http://127.0.0.1:%d' % PORT
# A member of a project may do what leads into the vm_states error and shelved_offloaded, so that the suite gets there.
WIDER_POLICY = {
    'os_compute_api:os-admin-actions:reset_state': 'rule:project_member_or_admin',
    'os_compute_api:os-shelve:shelve_offload': 'rule:project_member_or_admin',
}


class Serve(integrated_helpers._IntegratedTestBase):
    STUB_KEYSTONE = False
    CAST_AS_CALL = False
    REQUIRES_LOCKING = True

    def setUp(self):
        self.flags(compute_driver='fake.FakeDriver', shelved_offload_time=-1)
        # Without an address of Keystone a response of 401 cannot be built: it becomes 500.
        self.flags(www_authenticate_uri='http://127.0.0.1/identity', group='keystone_authtoken')
        super().setUp()

    def serve(self):
        self._undo_test_settings()
        tokens = self.useFixture(keystonemiddleware.fixture.AuthTokenFixture())
        self._add_token(tokens, TOKEN, PROJECT, 'alice')
        self._add_token(tokens, OTHER_TOKEN, OTHER_PROJECT, 'bob')
        listening = eventlet.listen(('127.0.0.1', PORT))
        server = eventlet.spawn(eventlet.wsgi.server, listening, self.api_fixture.app(), log_output=False,
                                debug=False, keepalive=True, max_size=1000, socket_timeout=900)
        eventlet.spawn(self._write_config).wait()
        while not server.dead:
            eventlet.sleep(5)
            # The fixture keeps every notification.
            self.notifier.reset()
        server.wait()

    def _undo_test_settings(self):
        """Gives back the settings of a deployment that only tests change."""
        # Tests make errors of warnings.
        warnings.simplefilter('ignore')
        exception.NovaException._log_exception = nova_test.NovaExceptionReraiseFormatError.real_log_exception
        self.flags(debug=False, allow_resize_to_same_host=True)
        if 'response_validation' in nova.conf.CONF.api:
            self.flags(response_validation='warn', group='api')
        self.flags(enforce_new_defaults=True, group='oslo_policy')
        nova.policy.reset()
        nova.policy.init(suppress_deprecation_warnings=True)
        nova.policy._ENFORCER.set_rules(oslo_policy.Rules.from_dict(WIDER_POLICY), overwrite=False)
        # [wsgi]max_header_line of Nova's own eventlet server.
        eventlet.wsgi.MAX_HEADER_LINE = 16384
        root = logging.getLogger()
        for handler in list(root.handlers):
            root.removeHandler(handler)
        root.addHandler(logging.StreamHandler(sys.stderr))
        root.setLevel(logging.ERROR)
        self.stdlog.delete_stored_logs()

    def _add_token(self, tokens, token, project, user):
        tokens.add_token_data(token_id=token, user_id=user, user_name=user, user_domain_id='default',
                              user_domain_name='Default', project_id=project, project_name=project,
                              project_domain_id='default', project_domain_name='Default',
                              role_list=['reader', 'member'])
        tokens._token_data[token].root['expires_at'] = '2099-01-01T00:00:00.000000Z'

    def _ask(self, method, path, token, body=None):
        response = requests.request(method, URL + path, json=body, headers={
            'X-Auth-Token': token, 'OpenStack-API-Version': 'compute 2.37'}, proxies={'http': None})
        if response.status_code >= 300:
            raise RuntimeError('%s %s: %s %s' % (method, path, response.status_code, response.text))
        return response.json()

    def _create_active_server(self, project, token, name):
        server = self._ask('POST', '/v2.1/%s/servers' % project, token, {'server': {
            'name': name, 'imageRef': IMAGE, 'flavorRef': '1', 'networks': 'none'}})['server']
        for _ in range(120):
            found = self._ask('GET', '/v2.1/%s/servers/%s' % (project, server['id']), token)['server']
            if found['status'] == 'ACTIVE':
                return found['id']
            time.sleep(0.25)
        raise RuntimeError('the server did not become ACTIVE: ' + json.dumps(found))

    def _write_config(self):
        servers = [self._create_active_server(PROJECT, TOKEN, 'mine-%d' % n) for n in (1, 2, 3)]
        write('about.json', {'version': metadata.version('nova'), 'package': os.path.dirname(nova.__path__[0])})
        # JSON is YAML.
        write('config.yaml', {
            'target': URL, 'projectId': PROJECT, 'serverId': servers, 'token': TOKEN,
            'otherProjectId': OTHER_PROJECT, 'otherToken': OTHER_TOKEN,
            'otherServerId': self._create_active_server(OTHER_PROJECT, OTHER_TOKEN, 'theirs'),
            'resizeFlavor': '2'})


def write(name, content):
    """In one step: the file is the sign that Nova is ready."""
    path = os.path.join(FOLDER, name)
    with open(path + '.new', 'w') as out:
        json.dump(content, out, indent=2)
    os.rename(path + '.new', path)


result = unittest.TestResult()
Serve('serve').run(result)
for _, text in result.errors + result.failures:
    print(text, file=sys.stderr)
sys.exit(1)
