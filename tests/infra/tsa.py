"""A real time-stamp authority on loopback: openssl makes its certificates and answers, http.server carries them."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_SETTINGS = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Test Root
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
default_tsa = this
[this]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class Authority:
    """Answers requests; ``root`` is the certificate by which it is trusted, PEM."""

    def __init__(self, folder: Path, name: str = "Test TSA") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        (folder / "tsa.cnf").write_text(_SETTINGS, encoding="ascii")
        (folder / "serial").write_text("01\n", encoding="ascii")
        new, subject = "-newkey rsa:2048 -nodes", f"/CN={name}"
        self._openssl(f"req -x509 {new} -keyout ca.key -out ca.pem -days 30 -config tsa.cnf -extensions root")
        self._openssl(f"req {new} -keyout tsa.key -out tsa.csr -config tsa.cnf", "-subj", subject)
        sign = "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30"
        self._openssl(f"{sign} -out tsa.pem -extfile tsa.cnf -extensions signer")
        self.root = (folder / "ca.pem").read_bytes()

    def _openssl(self, words: str, *more: str) -> None:
        done = subprocess.run(["openssl", *words.split(), *more], cwd=self._folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()

    def answer(self, request: bytes, *, with_chain: bool = False) -> bytes:
        """Return the DER answer to a DER request; ``with_chain`` puts in its own certificate's maker, as some do."""
        (self._folder / "r.tsq").write_bytes(request)
        reply = "ts -reply -queryfile r.tsq -inkey tsa.key -signer tsa.pem -config tsa.cnf -section this -out r.tsr"
        self._openssl(reply, *(("-chain", "ca.pem") if with_chain else ()))
        return (self._folder / "r.tsr").read_bytes()

    def confirms(self, message: bytes, answer: bytes) -> bool:
        """Whether openssl, which knows nothing of this app, finds that an answer stamps a message."""
        (self._folder / "message").write_bytes(message)
        (self._folder / "its.tsr").write_bytes(answer)
        words = "openssl ts -verify -data message -in its.tsr -CAfile ca.pem"
        return subprocess.run(words.split(), cwd=self._folder, capture_output=True, check=False).returncode == 0

    @contextmanager
    def at_an_address(self) -> Iterator[str]:
        """Serve on loopback; gives the address. What was sent is in ``got``: (headers, body) of each request."""
        authority = self
        self.got: list[tuple[dict[str, str], bytes]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                assert self.headers["Content-Type"] == "application/timestamp-query"
                body = self.rfile.read(int(self.headers["Content-Length"]))
                authority.got.append((dict(self.headers.items()), body))
                answer = authority.answer(body)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/tsr"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
