#!/usr/bin/env python3
"""filter-time.py PAGE [CHROMIUM]: how many milliseconds a timeline page takes to open, and to answer each filter.

Opens a copy of the page that turns every filter to its first ten values and back, lays the page out after each, and
notes the time; what it noted is read from the page. Times are of this machine as it was just then."""
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

PAGE, CHROMIUM = pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "chromium"
RUN = """
addEventListener("load", () => setTimeout(() => {
  const times = [];
  document.getElementById("filterbox").open = true;
  for (const select of document.querySelectorAll("#filters select"))
    for (const value of [...select.options].slice(1, 11).map(option => option.value).concat("")) {
      const start = performance.now();
      select.value = value;
      select.dispatchEvent(new Event("change", {bubbles: true}));
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
  const told = document.createElement("textarea");
  told.id = "times";
  told.textContent = JSON.stringify({times, open: performance.timing.domComplete - performance.timing.navigationStart});
  document.body.append(told);
}));
"""

with tempfile.TemporaryDirectory() as folder:
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", PAGE.read_text(encoding="utf-8"))
    copy = pathlib.Path(folder) / "page.html"
    copy.write_text(f"{text}<script>{RUN}</script>", encoding="utf-8")
    # Without virtual time: real milliseconds are wanted.
    shown = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
         "--timeout=60000", "--window-size=1280,900", "--dump-dom", f"file://{copy}"],
        capture_output=True, timeout=300)
told = re.search(r'<textarea id="times">(.*?)</textarea>', shown.stdout.decode("utf-8", "replace"), re.S)
assert told, ("the page told no times", shown.stderr[-1000:])
result = json.loads(told.group(1).replace("&quot;", '"'))
times = result["times"]
print(f"opens in {result['open']} ms; {len(times)} filters: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms")
