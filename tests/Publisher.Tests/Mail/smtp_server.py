"""A real SMTP server (aiosmtpd) for the tests: listens on the port that it is given, prints it, then each mail as a line of JSON.
With "starttls" or "implicit" and a file with certificate and key it takes mails over TLS alone.

Recipients say how they are treated: refused@… does not exist, policy@… is refused by policy, busy@… for now the first time; after the
mail to stop@… was received, the connection is closed without an answer, again and again, until a line comes in on standard input.
"""

import asyncio
import base64
import json
import ssl
import sys
import threading

from aiosmtpd.controller import Controller

seen_busy = set()
is_stopped = threading.Event()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("policy@"):
            return "554 5.7.1 relay access denied"
        if address.startswith("busy@") and address not in seen_busy:
            seen_busy.add(address)
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if is_stopped.is_set():
            server.transport.close()
            return "421 4.3.0 closing"
        if any(address.startswith("stop@") for address in envelope.rcpt_tos):
            is_stopped.set()
        print(
            json.dumps(
                {
                    "from": envelope.mail_from,
                    "to": envelope.rcpt_tos,
                    "isEncrypted": server.transport.get_extra_info("ssl_object") is not None,
                    "content": base64.b64encode(envelope.original_content).decode(),
                }
            ),
            flush=True,
        )
        return "250 OK"


class AnyPort(Controller):
    """With port 0 the system chooses."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def security(kind=None, certificate=None):
    if kind is None:
        return {}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return {"ssl_context": context} if kind == "implicit" else {"tls_context": context, "require_starttls": True}


controller = AnyPort(Handler(), hostname="127.0.0.1", port=int(sys.argv[1]), **security(*sys.argv[2:]))
controller.start()
print(controller.port, flush=True)
for _ in sys.stdin:
    is_stopped.clear()
controller.stop()
