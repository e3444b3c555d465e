"""Driver of apache-libcloud."""

import os

from driver import drive
from libcloud.compute.base import Node
from libcloud.compute.providers import get_driver
from libcloud.compute.types import Provider

nova = get_driver(Provider.OPENSTACK)(
    os.environ['OS_USERNAME'],
    os.environ['OS_PASSWORD'],
    # It appends the path of the API to the address of Keystone itself.
    ex_force_auth_url=os.environ['OS_AUTH_URL'].removesuffix('/v3'),
    ex_force_auth_version='3.x_password',
    ex_tenant_name=os.environ['OS_PROJECT_NAME'],
    ex_domain_name=os.environ['OS_USER_DOMAIN_NAME'],
    ex_force_service_region=os.environ['OS_REGION_NAME'],
    api_version='2.2',
)


def node(it):
    return Node(it['serverId'], 'server', 'running', [], [], nova)


drive(
    {
        'read': ('driver.ex_get_metadata(node)', lambda it: nova.ex_get_metadata(node(it))),
        'replace': ('driver.ex_set_metadata(node, metadata)',
                    lambda it: nova.ex_set_metadata(node(it), it['metadata'])),
        'replace with nil': ('driver.ex_set_metadata(node, None)',
                             lambda it: nova.ex_set_metadata(node(it), None)),
    },
    status_of=lambda error: getattr(error, 'code', None) or getattr(error, 'http_code', None),
)
