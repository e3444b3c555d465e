"""Stands in for Neutron: whatever Nova asks for, there is none of it. Enough for servers without a network."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Neutron(BaseHTTPRequestHandler):
    def do_GET(self):
        """Answers /v2.0/security-groups?… with {"security_groups": []}, and every other collection likewise."""
        collection = urlsplit(self.path).path.rstrip("/").split("/")[-1]
        body = json.dumps({collection.removesuffix(".json").replace("-", "_"): []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Neutron).serve_forever()
