"""Makes what the suite needs in the cloud, where it is not there yet, and prints how to examine it."""

import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import openstack

state, keystone_port, nova_port = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
password = (state / "password").read_text().strip()
clouds = state / "clouds.yaml"


def cloud(name):
    return f"""\
  {name}:
    region_name: RegionOne
    auth:
      auth_url: http://127.0.0.1:{keystone_port}/v3
      username: {name}
      password: {password}
      project_name: {name}
      user_domain_id: default
      project_domain_id: default
"""


def settle(name):
    """A project with one member, of the same name."""
    project = admin.get_project(name) or admin.create_project(name=name, domain_id="default")
    user = admin.get_user(name) or admin.create_user(name=name, password=password, domain_id="default")
    admin.grant_role("member", user=user.id, project=project.id)


def wait_for_host():
    """Until Nova knows of its host, and the host has told that it is there since it was started."""
    started = (state / "run" / "compute").stat().st_mtime
    for _ in range(120):
        told = [service.updated_at for service in admin.compute.services(binary="nova-compute")]
        if any(admin.compute.hypervisors()) and any(time_of(at) > started for at in told if at):
            return
        time.sleep(1)
    sys.exit(f"nova-compute is not seen; {state}/log/compute.log may tell why.")


def time_of(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc).timestamp()


def tiny_image():
    return admin.image.find_image("tiny") or admin.image.create_image(
        "tiny", data=bytes(1024), disk_format="raw", container_format="bare", visibility="public"
    )


def tiny_flavor():
    return admin.compute.find_flavor("1") or admin.compute.create_flavor(
        id="1", name="tiny", ram=64, vcpus=1, disk=1
    )


def server_of(cloud, name):
    compute = cloud.compute
    found = compute.find_server(name) or compute.create_server(
        name=name, image_id=image.id, flavor_id=flavor.id, networks="none"
    )
    return compute.wait_for_server(found)


clouds.write_text("clouds:\n" + cloud("admin") + cloud("demo") + cloud("alt"))
admin = openstack.connect("admin")
settle("demo")
settle("alt")
wait_for_host()
image, flavor = tiny_image(), tiny_flavor()
demo, alt = openstack.connect("demo"), openstack.connect("alt")
other = server_of(alt, "other")

print(
    f"""\
# {clouds}
{clouds.read_text()}
# The tokens last a day; up.sh prints new ones.
npx ecs-metadata-conformance run --profile nova --effort quick --target http://127.0.0.1:{nova_port} \\
  --project-id {demo.current_project_id} --token {demo.auth_token} \\
  --create-servers 2 --image {image.id} --flavor {flavor.id} --network none \\
  --other-project-id {alt.current_project_id} --other-token {alt.auth_token} \\
  --other-server-id {other.id}"""
)
