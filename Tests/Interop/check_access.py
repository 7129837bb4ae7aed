"""check_access.py CHROMIUM PAGE…: pages that people with disabilities can use, by the rules of axe-core, light and dark.

Each page is opened as a copy that carries axe-core (which the page's own policy would refuse); what axe finds is read
from the page afterwards. A page with a fault is opened first: the check must find it."""
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile

CHROMIUM, PAGES = sys.argv[1], [pathlib.Path(page) for page in sys.argv[2:]]
# The package is only looked up, not imported: it would want a browser of its own.
PACKAGE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
AXE = (PACKAGE / "axe.min.js").read_text(encoding="utf-8")
RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = document.createElement("textarea");
  told.id = "axe-found";
  told.textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches, passes: found.passes.length,
    violations: found.violations.map(rule => ({id: rule.id, impact: rule.impact, count: rule.nodes.length,
      first: rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + " " + (node.any[0] || {}).message)}))});
  document.body.append(told);
});
"""
FAULTY = "<!doctype html><html lang='en'><title>Faults</title><main><h1>A</h1><img src='x'><p style='color:#ccc'>faint</p></main>"
BUDGET = 60_000


def found(text, dark):
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(f"{text}<script>{AXE}</script><script>{RUN}</script>", encoding="utf-8")
        shown = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
             f"--user-data-dir={folder}/profile", f"--blink-settings=preferredColorScheme={0 if dark else 1}",
             "--window-size=1280,1600", f"--virtual-time-budget={BUDGET}", "--dump-dom", f"file://{page}"],
            capture_output=True, timeout=300)
    told = re.search(r'<textarea id="axe-found">(.*?)</textarea>', shown.stdout.decode("utf-8", "replace"), re.S)
    assert told, ("axe said nothing", shown.stderr[-2000:])
    result = json.loads(told.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert result["dark"] == dark, ("the browser showed the other colours", dark)
    return result


faults = {rule["id"] for rule in found(FAULTY, False)["violations"]}
assert {"image-alt", "color-contrast"} <= faults, ("axe missed planted faults", faults)
bad = 0
for page in PAGES:
    for dark in [False, True]:
        result = found(page.read_text(encoding="utf-8"), dark)
        for rule in result["violations"]:
            bad += 1
            print(f"{page.name} {'dark' if dark else 'light'}: {rule['id']} ({rule['impact']}), {rule['count']} times")
            print("".join(f"    {node}\n" for node in rule["first"]), end="")
        assert result["passes"] > 15, (page, result["passes"])
assert bad == 0, f"{bad} rules broken"
print(f"ok {len(PAGES)} pages")
