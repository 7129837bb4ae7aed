#!/usr/bin/env python3
"""A web server on loopback that behaves like the sites that list letters, with their faults.

Prints its port, and that for https. The site is a function of the night, which a test sets with /_night?n=3; every other request is
written down and given by /_log. Every host name, such as a.localhost, is a site of its own. Nothing here is copied from a real site.
"""
import gzip
import json
import os
import socket
import ssl
import sys
import threading
import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

STATES = {}
LOCK = threading.Lock()


def state_of(host):
    """Each host name is a site of its own, so that one process serves every test."""
    with LOCK:
        return STATES.setdefault(
            host, {"night": 1, "log": [], "seen": {}, "robots": "User-agent: *\nDisallow: /private/\n"})


def pdf(lines):
    """A small PDF whose text poppler can read."""
    text = "BT /F1 11 Tf 72 740 Td 14 TL " + " ".join(
        "(%s) Tj T*" % line.replace("\\", "").replace("(", "").replace(")", "") for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += "%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += "xref\n0 6\n0000000000 65535 f \n" + "".join("%010d 00000 n \n" % place for place in places)
    out += "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return out.encode("latin-1")


def letter_lines(number, about):
    return [
        "Prairie Council of Nursing Schools", "40 Orchard Street, Springfield, VA 22150", "",
        "April %d, 2021" % (1 + number % 28), "", "The Honorable Pat Example", "Administrator",
        "Centers for Medicare and Medicaid Services", "", "Re: %s" % about, "", "Dear Administrator Example:", "",
        "The Council writes about %s. We urge the agency to act on letter %d." % (about, number),
        "Nurses see what the present rule does to patients in rural counties every day.", "", "Sincerely,", "",
        "Robin Sample", "President",
    ]


def page(title, body, head=""):
    return ("<!DOCTYPE html><html lang='en'><head><title>%s</title>%s</head><body>%s</body></html>"
            % (title, head, body)).encode()


def html_letter(number, about, churn=""):
    body = "<main><article>" + "".join("<p>%s</p>" % line for line in letter_lines(number, about) if line)
    return page("Letter %d" % number, body + "</article></main>" + churn)


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def setup(self):
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def give(self, body, status=200, kind="text/html; charset=utf-8", headers=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def give_file(self, body, kind="application/pdf", version="1", conditional=True):
        """With ETag and Last-Modified, 304 and ranges."""
        etag = '"%s-%d"' % (version, len(body))
        modified = formatdate(1600000000 + 86400 * len(version), usegmt=True)
        headers = {"ETag": etag, "Last-Modified": modified} if conditional else {}
        asked = self.headers.get("If-None-Match") or ""
        if conditional and (etag in asked or (not asked and self.headers.get("If-Modified-Since") == modified)):
            self.send_response(304)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        span = self.headers.get("Range")
        if span and span.startswith("bytes=") and self.headers.get("If-Range") in (etag, modified):
            start = int(span[6:].rstrip("-"))
            if start >= len(body):
                return self.give(b"", 416)
            headers["Content-Range"] = "bytes %d-%d/%d" % (start, len(body) - 1, len(body))
            return self.give(body[start:], 206, kind, headers)
        self.give(body, 200, kind, headers)

    def redirect(self, to, status=302):
        self.give(b"", status, headers={"Location": to})

    def count(self):
        """How often this path has been asked, this time included."""
        with LOCK:
            self.state["seen"][self.path] = self.state["seen"].get(self.path, 0) + 1
            return self.state["seen"][self.path]

    def do_GET(self):
        self.state = state = state_of(self.headers.get("Host", ""))
        address = urlparse(self.path)
        query = parse_qs(address.query)
        if address.path == "/_night":
            state["night"] = int(query["n"][0])
            return self.give(b"ok")
        if address.path == "/_robots":
            state["robots"] = query["text"][0]
            return self.give(b"ok")
        if address.path == "/_log":
            with LOCK:
                log, state["log"] = state["log"], []
            return self.give(json.dumps(log).encode(), kind="application/json")
        with LOCK:
            state["log"].append({
                "path": self.path, "agent": self.headers.get("User-Agent", ""), "time": time.monotonic(),
                "conditional": bool(self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since")),
                "range": self.headers.get("Range", ""), "key": self.headers.get("X-Api-Key", "")})
        name = "at_" + (address.path.strip("/").split("/")[0].split(".")[0] or "home")
        handler = getattr(self, name.replace("-", "_"), None)
        if handler is None:
            return self.give(page("Nothing", "<p>Nothing is here.</p>"), 404)
        handler(address, query)

    # Faults, one path each.

    def at_robots(self, address, query):
        self.give(self.state["robots"].encode(), kind="text/plain")

    def at_hello(self, address, query):
        self.give(b"hello", kind="text/plain; charset=ISO-8859-1",
                  headers={"X-Agent": self.headers.get("User-Agent", "")})

    def at_echo(self, address, query):
        self.give(json.dumps(dict(self.headers)).encode(), kind="application/json")

    def at_file(self, address, query):
        self.give_file(pdf(letter_lines(1, "rural clinics")))

    def at_status(self, address, query):
        self.give(page("Status", "<p>So it is.</p>"), int(address.path.split("/")[2]))

    def at_drip(self, address, query):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass
        self.close_connection = True

    def at_cut(self, address, query):
        """The first answer ends in the middle; with a range the rest is given."""
        self.cut_off(self.count() <= int(query.get("times", ["1"])[0]))

    def cut_off(self, is_cut):
        body = pdf(letter_lines(2, "a letter that breaks off") + ["line %d" % n for n in range(400)])
        if self.headers.get("Range") or not is_cut:
            return self.give_file(body)
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1-%d"' % len(body))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def at_bomb(self, address, query):
        """Small over the wire, large when it is unpacked."""
        self.give(gzip.compress(b"\0" * (8 << 20)), headers={"Content-Encoding": "gzip"})

    def at_endless(self, address, query):
        """Without a length."""
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass
        self.close_connection = True

    def at_busy(self, address, query):
        """429 with Retry-After until it was asked so often."""
        if self.count() <= int(query.get("times", ["1"])[0]):
            return self.give(b"later", 429, headers={"Retry-After": query.get("after", ["1"])[0]})
        self.give_file(pdf(letter_lines(3, "patience")))

    def at_chain(self, address, query):
        left = int(address.path.split("/")[2])
        self.redirect("/chain/%d" % (left - 1) if left > 1 else "/file.pdf", 301)

    def at_loop(self, address, query):
        self.redirect("/loop/b" if address.path.endswith("a") else "/loop/a")

    def at_away(self, address, query):
        self.redirect(query["to"][0])

    # The site, a function of the night: see SevenNightsTests.

    def at_letters(self, address, query):
        night, number = self.state["night"], int(query.get("page", ["1"])[0])
        items = SITE.listing(night, number)
        body = "<h1>Testimony and Correspondence</h1><ul>" + "".join(
            "<li><a href='%s'>%s</a> %s</li>" % item for item in items) + "</ul>"
        if SITE.has_next(night, number):
            body += "<a class='next' href='/letters?page=%d'>Next</a>" % (number + 1)
        body = page("Letters", body)
        self.give_file(body, "text/html; charset=utf-8", version="list%d-%d" % (number, hash_of(body)))

    def at_doc(self, address, query):
        SITE.document(self, address.path.split("/")[2], self.state["night"])

    def at_page(self, address, query):
        """Pages that tell of letters: one links a PDF, one is the letter itself, one is gone after the first night."""
        name = address.path.split("/")[2]
        if name == "linking":
            body = "<main><h1>Letter on nurse staffing</h1><p>The Council wrote in March 2021.</p>" \
                   "<a href='/doc/alpha.pdf'>Read the letter (PDF)</a></main>"
            return self.give_file(page("Letter on nurse staffing", body), "text/html; charset=utf-8")
        if name == "gone" and self.state["night"] > 1:
            return self.give(page("Gone", "<p>Gone.</p>"), 404)
        self.give_file(html_letter(9, "school nurses"), "text/html; charset=utf-8", version=name)

    def at_old(self, address, query):
        self.redirect("/doc/" + address.path.split("/")[2], 301)

    def at_login(self, address, query):
        self.give(page("Sign in", "<form><input type='text' name='u'><input type='password' name='p'>"
                                  "<button>Sign in</button></form>"))

    def at_many(self, address, query):
        """A list of many letters that never change, and the letters."""
        if address.path == "/many":
            count = int(query.get("n", ["1000"])[0])
            return self.give("".join("/many/%d.pdf\n" % n for n in range(count)).encode(), kind="text/plain")
        number = address.path.split("/")[2].split(".")[0]
        self.give_file(b"%PDF-1.4 letter " + number.encode() + b"\n%%EOF\n", version="v" + number)


def hash_of(body):
    value = 0
    for byte in body:
        value = (value * 131 + byte) % 1000000007
    return value


class Nights:
    """What the invented association's site shows on each of seven nights."""

    def listing(self, night, number):
        first = [
            ("/doc/alpha.pdf", "Letter on nurse staffing", "March 2, 2021 PDF"),
            ("/doc/beta.html", "Comments on rural clinics", "March 9, 2021"),
            ("/doc/gamma.pdf", "Letter on telehealth", "April 1, 2021 PDF"),
            ("/old/delta.pdf", "Testimony on maternal health", "April 12, 2021 PDF"),
        ]
        second = [
            ("/doc/epsilon.pdf", "Letter on hospital payment", "May 3, 2021 PDF"),
            ("/doc/zeta.html", "Letter on vaccine equity", "May 10, 2021"),
        ]
        if night >= 2:
            first.insert(0, ("/doc/eta.pdf", "Letter on new nurses", "June 1, 2021 PDF"))
        if night >= 3:
            second += [
                ("/doc/theta.pdf", "Letter on graduate education", "June 2, 2021 PDF"),
                ("/doc/iota.html", "Letter on licensure", "June 3, 2021"),
                ("/doc/kappa.pdf", "Letter on loan forgiveness", "June 4, 2021 PDF"),
            ]
        if night >= 4:
            second.append(("/doc/lambda.pdf", "Letter on obstetric units", "June 20, 2021 PDF"))
        if night == 6:
            return []
        return first if number == 1 else second

    def has_next(self, night, number):
        return number == 1 and night != 6

    def document(self, handler, name, night):
        count = handler.count()
        if name == "alpha.pdf":  # never changes
            return handler.give_file(pdf(letter_lines(1, "nurse staffing")))
        if name == "beta.html":  # its markup changes every night, its text never
            churn = "<script>var token='%032x'</script><footer>Rendered %d</footer>" % (night * 77777, night)
            return handler.give(html_letter(2, "rural clinics", churn))
        if name == "gamma.pdf":  # a new version on the third night
            about = "telehealth, corrected" if night >= 3 else "telehealth"
            return handler.give_file(pdf(letter_lines(3, about)), version="n" if night < 3 else "new")
        if name == "delta.pdf":  # behind a redirect
            return handler.give_file(pdf(letter_lines(4, "maternal health")))
        if name == "epsilon.pdf":  # gone from the fifth night on
            if night >= 5:
                return handler.give(page("Gone", "<p>Gone.</p>"), 410)
            return handler.give_file(pdf(letter_lines(5, "hospital payment")))
        if name == "zeta.html":  # says later, once
            if count == 1:
                return handler.give(b"later", 429, headers={"Retry-After": "2"})
            return handler.give_file(html_letter(6, "vaccine equity"), "text/html; charset=utf-8")
        if name == "eta.pdf":  # the server is ill on the second night
            if night == 2:
                return handler.give(b"ill", 503)
            return handler.give_file(pdf(letter_lines(7, "new nurses")))
        if name == "theta.pdf":  # a challenge instead of the letter, until the seventh night
            if night < 7:
                return handler.give(page("Just a moment...", "<p>Checking your browser before you go on.</p>"))
            return handler.give_file(pdf(letter_lines(8, "a letter behind a challenge")))
        if name == "iota.html":  # a soft 404
            return handler.give(page("Page not found", "<h1>Page not found</h1><p>We looked everywhere.</p>"))
        if name == "kappa.pdf":  # a login form
            return handler.redirect("/login?next=kappa")
        if name == "lambda.pdf":  # breaks off
            return handler.cut_off(count == 1)
        handler.give(page("Nothing", "<p>Nothing is here.</p>"), 404)


SITE = Nights()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def serve(site):
    server = Server(("127.0.0.1", 0), site)
    secure = Server(("127.0.0.1", 0), site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(os.path.dirname(os.path.abspath(__file__)), "localhost.pem"))
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
    print(server.server_port, secure.server_port, flush=True)
    threading.Thread(target=secure.serve_forever, daemon=True).start()
    # The server ends with the test that started it.
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    serve(Site)
