"""Logs in to mimic as two users, creates servers, and writes FOLDER/config.yaml and FOLDER/about.json.

usage: write_config.py PORT FOLDER
"""

import json
import os
import sys
import time
import urllib.request
from importlib import metadata

import mimic

PORT, FOLDER = sys.argv[1:]
HOST = 'http://127.0.0.1:' + PORT


def ask(method, url, token=None, body=None):
    headers = {'content-type': 'application/json'}
    if token:
        headers['x-auth-token'] = token
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as response:
        return json.loads(response.read())


def log_in(user):
    """Gives token, project, and the URL of the compute API of one region."""
    access = ask('POST', HOST + '/identity/v2.0/tokens', body={
        'auth': {'passwordCredentials': {'username': user, 'password': 'any'}}})['access']
    compute = next(service for service in access['serviceCatalog'] if service['name'] == 'cloudServersOpenStack')
    url = next(endpoint['publicURL'] for endpoint in compute['endpoints'] if endpoint['region'] == 'ORD')
    return access['token']['id'], access['token']['tenant']['id'], url


def create_active_server(token, url, name):
    server = ask('POST', url + '/servers', token, {
        'server': {'name': name, 'imageRef': 'image', 'flavorRef': '2'}})['server']['id']
    for _ in range(40):
        found = ask('GET', '%s/servers/%s' % (url, server), token)['server']
        if found['status'] == 'ACTIVE':
            return server
        time.sleep(0.25)
    raise SystemExit('the server did not become ACTIVE: ' + json.dumps(found))


def write(name, content):
    with open(os.path.join(FOLDER, name), 'w') as out:
        json.dump(content, out, indent=2)


token, project, url = log_in('alice')
other_token, other_project, other_url = log_in('bob')
# JSON is YAML.
write('config.yaml', {
    'target': url.removesuffix('/v2/' + project), 'projectId': project, 'token': token,
    'serverId': [create_active_server(token, url, 'mine-%d' % n) for n in (1, 2)],
    'otherProjectId': other_project, 'otherToken': other_token,
    'otherServerId': create_active_server(other_token, other_url, 'theirs')})
write('about.json', {'version': metadata.version('mimic'), 'package': os.path.dirname(mimic.__path__[0])})
