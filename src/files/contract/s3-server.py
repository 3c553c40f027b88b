"""An S3 server for tests: OpenStack Swift with its s3api, all of its parts in one process.

Takes a folder to keep everything in, prints the URL when it answers, and ends with its standard input.
"""

import os
import sys
import tempfile

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi  # noqa: E402
from swift.common import storage_policy, utils  # noqa: E402
from swift.common.ring.builder import RingBuilder  # noqa: E402
from swift.common.wsgi import SwiftHttpProtocol, loadapp  # noqa: E402

BACKEND = """[DEFAULT]
devices = {folder}/devices
swift_dir = {folder}
mount_check = false
log_level = ERROR

[app:main]
use = egg:swift#{kind}
allow_versions = true
"""

PROXY = """[DEFAULT]
swift_dir = {folder}
log_level = ERROR

[pipeline:main]
pipeline = catch_errors gatekeeper s3api tempauth slo proxy-server

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true

[filter:catch_errors]
use = egg:swift#catch_errors

[filter:gatekeeper]
use = egg:swift#gatekeeper

[filter:s3api]
use = egg:swift#s3api
location = eu-test-1
min_segment_size = 5242880
allow_multipart_uploads = true

[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin

[filter:slo]
use = egg:swift#slo
rate_limit_after_segment = 1000000
"""


class Cache:
    """What Swift otherwise asks memcached for."""

    def __init__(self):
        self.values = {}

    def get(self, key, *_, **__):
        return self.values.get(key)

    def set(self, key, value, *_, **__):
        self.values[key] = value

    def incr(self, key, delta=1, *_, **__):
        self.values[key] = int(self.values.get(key, 0)) + delta
        return self.values[key]

    def delete(self, key, *_, **__):
        self.values.pop(key, None)


class Silent:
    def write(self, *_):
        pass


def serve(folder, kind, text):
    """Answers with one part of Swift on a port of its own, which is returned at once."""
    listening = eventlet.listen(("127.0.0.1", 0))
    path = os.path.join(folder, kind + ".conf")

    def start():
        with open(path, "w") as conf:
            conf.write(text.format(folder=folder, kind=kind))
        app = loadapp(path, global_conf={"log_level": "ERROR"})
        cache = Cache()
        pool = eventlet.GreenPool(200)
        eventlet.spawn(
            wsgi.server, listening, lambda env, start: app({**env, "swift.cache": cache}, start), Silent(), protocol=SwiftHttpProtocol, custom_pool=pool, log_output=False
        )

    return listening.getsockname()[1], start


def main(folder):
    os.makedirs(os.path.join(folder, "devices", "disk"))
    utils.SWIFT_CONF_FILE = os.path.join(folder, "swift.conf")
    with open(utils.SWIFT_CONF_FILE, "w") as conf:
        conf.write("[swift-hash]\nswift_hash_path_suffix = chatferry\n")
    storage_policy.reload_storage_policies()
    starts = []
    for kind in ("account", "container", "object"):
        port, start = serve(folder, kind, BACKEND)
        starts.append(start)
        ring = RingBuilder(1, 1, 1)
        ring.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1, "ip": "127.0.0.1", "port": port, "device": "disk"})
        ring.rebalance()
        ring.get_ring().save(os.path.join(folder, kind + ".ring.gz"))
    port, start = serve(folder, "proxy", PROXY)
    for start in [*starts, start]:
        start()
    print(f"http://127.0.0.1:{port}", flush=True)
    # Whoever started it has gone when nobody can write here any more.
    eventlet.tpool.execute(sys.stdin.read)


main(sys.argv[1])
