"""Takes webhooks and prints a line for each one that is genuine: WEBHOOK_SECRET=whsec_… webhook.py PORT"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE = 300  # seconds, as Standard Webhooks recommends
LARGEST = 8 * 1024 * 1024  # bytes


def is_genuine(secret, headers, body):
    """The signature is over the bytes as they came: parse them afterwards."""
    stamp = headers.get("webhook-timestamp", "")
    if not stamp.isdecimal() or abs(time.time() - int(stamp)) > TOLERANCE:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id', '')}.{stamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    # For a day after a change of the secret there are two signatures.
    return any(hmac.compare_digest(expected.encode(), given.encode()) for given in headers.get("webhook-signature", "").split())


class Receiver(BaseHTTPRequestHandler):
    # A real receiver keeps them in its database, in the transaction of its own work.
    known_ids = set()

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > LARGEST:
            return self.answer(413)
        body = self.rfile.read(int(length))
        if not is_genuine(os.environ["WEBHOOK_SECRET"], self.headers, body):
            print("refused: the signature is not of this secret, or is too old", flush=True)
            return self.answer(401)
        event = json.loads(body)
        # Delivery is at least once; a repeat has the same id. Whoever asks for a replay wants to see it again.
        if event.get("replay") or self.headers["webhook-id"] not in self.known_ids:
            self.known_ids.add(self.headers["webhook-id"])
            print(f"{'replay ' if event.get('replay') else ''}{event['type']}: {json.dumps(event['data'], ensure_ascii=False)[:200]}", flush=True)
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
    print(f"listening on 127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
