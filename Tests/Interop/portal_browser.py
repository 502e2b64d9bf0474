"""A real browser on a running portal: Chromium by its own driver, with what every page must keep.

Each page is looked at in both languages, at the width of a phone and of a desk, in light and in dark: one heading,
every input labelled, nothing wider than the page, enough contrast (WCAG 2.2 AA), no error on the console, no request to
another host. Screenshots go to the folder LINKAGE_SCREENSHOTS, if that is set.
"""

import json
import os
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

try:
    from selenium import webdriver
    from selenium.common.exceptions import TimeoutException
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import Select, WebDriverWait
except ImportError:
    webdriver = None

DRIVER, CHROMIUM = shutil.which("chromedriver"), shutil.which("chromium")
is_here = webdriver is not None and DRIVER is not None and CHROMIUM is not None
SECONDS = int(os.environ.get("LINKAGE_BROWSER_SECONDS", "30"))
WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}

EXAMINE = """
const wrong = [];
if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
for (const input of document.querySelectorAll("input:not([type=hidden]), select, textarea:not([hidden])")) {
  if (!input.labels?.length && !input.getAttribute("aria-label")) wrong.push("no label: " + input.name);
}
for (const link of document.querySelectorAll("a, button")) {
  if (!link.textContent.trim() && !link.getAttribute("aria-label")) wrong.push("a link without words");
}
if (document.documentElement.scrollWidth > window.innerWidth + 1) {
  wrong.push("wider than the page: " + document.documentElement.scrollWidth);
}
const light = (colour) => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
};
for (const element of document.querySelectorAll("body *")) {
  const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  if (!speaks || !element.checkVisibility()) continue;
  const style = getComputedStyle(element);
  const [a, b] = [light(style.color), light(ground(element))].sort((one, other) => other - one);
  const ratio = (a + 0.05) / (b + 0.05);
  const isLarge = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
  if (ratio < (isLarge ? 3 : 4.5)) wrong.push(`contrast ${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 40)}`);
}
return wrong;
"""


class Browser:
    """One person's browser, signed in by a link."""

    def __init__(self, link, language="vi"):
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                         "--disable-background-networking", "--disable-component-update", "--no-first-run"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        self.driver.set_window_size(*WIDTHS["desk"])
        self.address = "{0.scheme}://{0.netloc}".format(urlsplit(link))
        self.hosts = set()
        self.driver.get(link + f"&lang={language}")
        self.press("button.btn-primary")
        self.wait(lambda: self.path() == "/")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    # What a person does.

    def open(self, path):
        self.driver.get(self.address + path)

    def path(self):
        return urlsplit(self.driver.current_url).path

    def find(self, selector):
        return self.wait(lambda: next(iter(self.driver.find_elements(By.CSS_SELECTOR, selector)), None))

    def text(self, selector="main"):
        return self.find(selector).text

    def press(self, selector):
        element = self.find(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def follow(self, words):
        self.wait(lambda: self.driver.find_elements(By.PARTIAL_LINK_TEXT, words))[0].click()

    def unfold(self):
        self.driver.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    def fill(self, values):
        """Types into the inputs of a form, by name; folded sections are unfolded."""
        self.unfold()
        for name, value in values.items():
            element = self.find(f'[name="{name}"]')
            if element.tag_name == "select":
                Select(element).select_by_value(value)
            elif element.get_attribute("type") == "date":
                self.driver.execute_script("arguments[0].value = arguments[1]", element, value)
            else:
                element.clear()
                element.send_keys(value)

    def send(self, action="publish"):
        self.press(f'button[value="{action}"]')

    def wait(self, condition):
        return WebDriverWait(self.driver, SECONDS, poll_frequency=0.05).until(lambda _: condition())

    def arrive(self, end):
        """Waits for a page whose path ends so; else tells where it is and what is wrong there."""
        try:
            self.wait(lambda: self.path().endswith(end))
        except TimeoutException:
            faults = [one.text for one in self.driver.find_elements(By.CSS_SELECTOR, ".alert, .invalid-feedback")]
            raise AssertionError(f"at {self.path()} instead of {end}: {faults}") from None

    # What every page must keep.

    def wrong_on(self, path, name):
        """What is wrong with a page, in every language, width and colour scheme."""
        wrong = []
        for language in ("vi", "en"):
            for width, size in WIDTHS.items():
                self.driver.set_window_size(*size)
                # A window has a least width; a phone's is less.
                self.driver.execute_cdp_cmd(
                    "Emulation.setDeviceMetricsOverride",
                    {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": width == "phone"})
                for scheme in ("light", "dark"):
                    self.driver.execute_cdp_cmd(
                        "Emulation.setEmulatedMedia",
                        {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
                    self.open(f"{path}{'&' if '?' in path else '?'}lang={language}&refresh=off"
                              if path == "/" else f"{path}{'&' if '?' in path else '?'}lang={language}")
                    self.unfold()
                    found = self.driver.execute_script(EXAMINE)
                    wrong += [f"{path} {language} {width} {scheme}: {one}" for one in found]
                    self.picture(f"{name}-{language}-{width}-{scheme}")
        self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self.driver.set_window_size(*WIDTHS["desk"])
        return wrong + self.heard()

    def wrong_with_bait(self):
        """What is found of four things that are wrong on purpose."""
        self.open("/")
        self.driver.execute_script("""
            const add = (name, words) => {
              const element = document.createElement(name);
              element.textContent = words;
              document.querySelector("main").append(element);
              return element;
            };
            add("h1", "a second heading");
            add("input", "");
            add("p", "pale").style.color = "#dddddd";
            add("p", "wide").style.width = "3000px";
        """)
        return self.driver.execute_script(EXAMINE)

    def heard(self):
        """Errors of the console, and requests to other hosts, since the last time."""
        # A form that is refused is answered with 422, which a console tells, too.
        wrong = [
            entry["message"] for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING") and "status of 422" not in entry["message"]]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith((self.address + "/", "data:", "chrome://", "about:")):
                    wrong.append(f"a request to {url}")
        return wrong

    def picture(self, name):
        if folder := os.environ.get("LINKAGE_SCREENSHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.driver.save_screenshot(str(Path(folder) / f"{name}.png"))


def links(log):
    """The sign-in links that `linkage up` told, by role."""
    return dict(re.findall(r"^  (\w+): (http\S+)$", log, re.MULTILINE))
