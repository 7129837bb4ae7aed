"""open_page.py FOLDER CHROMIUM: opens timeline.html of FOLDER in a browser; no script of a letter runs, no request leaves.

Every request of the browser, whatever its address, goes to a proxy of this script, which notes and refuses it. A page
that does let script and requests out is opened first: the trap must catch it."""
import http.server
import subprocess
import sys
import threading

from reading import folder

PLACE, CHROMIUM = folder(), sys.argv[2]
REQUESTS = []


class Trap(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        REQUESTS.append(self.path)
        self.send_error(403)

    do_CONNECT = do_POST = do_HEAD = do_GET

    def log_message(self, *arguments):
        pass


def title_of(page, proxy):
    shown = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
         f"--user-data-dir={PLACE}/profile", f"--proxy-server=127.0.0.1:{proxy.server_port}",
         "--proxy-bypass-list=<-loopback>", "--virtual-time-budget=3000", "--dump-dom", f"file://{page}"],
        capture_output=True, timeout=120)
    text = shown.stdout.decode("utf-8", "replace")
    assert shown.returncode == 0 and "</html>" in text, shown.stderr[-2000:]
    return text.split("<title>")[1].split("</title>")[0], [path for path in REQUESTS if "owned" in path]


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Trap) as proxy:
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    bait = PLACE / "bait.html"
    bait.write_text("<title>bait</title><img src='http://letters.invalid/owned'><script>document.title='owned'</script>")
    title, requests = title_of(bait, proxy)
    assert title == "owned" and requests, ("the trap caught nothing", title, requests)
    REQUESTS.clear()
    title, requests = title_of(PLACE / "timeline.html", proxy)
    assert "owned" not in title and not requests, (title, requests)
    proxy.shutdown()
print("ok page")
