"""Driver of openstacksdk."""

import openstack
from driver import drive

connection = openstack.connect()
compute = connection.compute


def found(server):
    return server.metadata


drive(
    {
        'read': ('compute.fetch_server_metadata(server)',
                 lambda it: found(compute.fetch_server_metadata(it['serverId']))),
        'set': ('compute.set_server_metadata(server, **metadata)',
                lambda it: found(compute.set_server_metadata(it['serverId'], **it['metadata']))),
        'replace': ('Server.replace_metadata(compute, metadata)',
                    lambda it: found(openstack.compute.v2.server.Server.new(id=it['serverId'])
                                     .replace_metadata(compute, it['metadata']))),
        'replace with nil': ('Server.replace_metadata(compute, None)',
                             lambda it: found(openstack.compute.v2.server.Server.new(id=it['serverId'])
                                              .replace_metadata(compute, None))),
        'remove': ('compute.delete_server_metadata(server, keys)',
                   lambda it: compute.delete_server_metadata(it['serverId'], it['keys'])),
        'clear': ('compute.delete_server_metadata(server)',
                  lambda it: compute.delete_server_metadata(it['serverId'])),
    },
    status_of=lambda error: getattr(error, 'status_code', None) or getattr(error, 'http_status', None),
)
