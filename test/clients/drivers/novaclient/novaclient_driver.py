"""Driver of python-novaclient."""

import os

from driver import drive
from keystoneauth1 import loading, session
from novaclient import client

auth = loading.get_plugin_loader('password').load_from_options(
    auth_url=os.environ['OS_AUTH_URL'],
    username=os.environ['OS_USERNAME'],
    password=os.environ['OS_PASSWORD'],
    project_name=os.environ['OS_PROJECT_NAME'],
    user_domain_name=os.environ['OS_USER_DOMAIN_NAME'],
    project_domain_name=os.environ['OS_PROJECT_DOMAIN_NAME'],
)
servers = client.Client('2.1', session=session.Session(auth=auth), region_name=os.environ['OS_REGION_NAME']).servers


def nothing(_):
    return None


drive(
    {
        'read': ('servers.list_meta(server)', lambda it: servers.list_meta(it['serverId'])['metadata']),
        'set': ('servers.set_meta(server, metadata)',
                lambda it: servers.set_meta(it['serverId'], it['metadata']).to_dict()),
        'remove': ('servers.delete_meta(server, keys)',
                   lambda it: nothing(servers.delete_meta(it['serverId'], it['keys']))),
    },
    status_of=lambda error: getattr(error, 'code', None) or getattr(error, 'http_status', None),
)
