"""A real Chromium without a window, and what a test asks of it."""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "disable-dev-shm-usage",
    "force-prefers-reduced-motion",
    "window-size=1440,900",
)


def programs() -> tuple[str, str]:
    """Find the browser and its driver; where no test may be left out, their lack is a failure."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if browser and driver:
        return browser, driver
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail("there is no Chromium with chromedriver to test the review page in")
    pytest.skip("needs Chromium and chromedriver")


class Browser:
    """A browser with one page open. `downloads` is where files arrive."""

    def __init__(self, folder: Path) -> None:
        browser, driver = programs()
        self.downloads = folder / "downloads"
        options = ChromeOptions()
        options.binary_location = browser
        for flag in (*FLAGS, f"user-data-dir={folder / 'profile'}"):
            options.add_argument(f"--{flag}")
        options.add_experimental_option(
            "prefs", {"download.default_directory": str(self.downloads)}
        )
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = Chrome(options=options, service=Service(driver))

    def open(self, page: Path, fragment: str = "") -> "Browser":
        """Open a page from disk, forgetting what was done on any page before."""
        self.driver.get("about:blank")
        self.logs("browser")
        self.logs("performance")
        self.driver.get(f"{page.resolve().as_uri()}{'#' + fragment if fragment else ''}")
        return self

    def resize(self, width: int, height: int = 900) -> None:
        """Make the page as wide as a screen."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)

    def run(self, script: str, *args: object) -> Any:
        """Run a script in the page: our own, which the page's policy does not bind."""
        return self.driver.execute_script(script, *args)

    def find(self, selector: str) -> WebElement:
        """Find an element."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Find all such elements that are shown."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [element for element in found if element.is_displayed()]

    def texts(self, selector: str) -> list[str]:
        """Read the texts of all such elements."""
        return [element.text for element in self.all(selector)]

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.find(selector).click()
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)
            self.settle()

    def settle(self) -> None:
        """Let the page follow its address, which it is told of a little later."""
        self.run("return new Promise((go) => requestAnimationFrame(() => setTimeout(go, 20)))")

    def write(self, selector: str, text: str) -> None:
        """Put a text in the place of what stands in a field."""
        element = self.find(selector)
        element.send_keys(Keys.CONTROL, "a")
        element.send_keys(Keys.DELETE)
        element.send_keys(text)

    def choose(self, selector: str, value: str) -> None:
        """Choose from a list of options."""
        self.run(
            "arguments[0].value = arguments[1];"
            "arguments[0].dispatchEvent(new Event('change', { bubbles: true }));",
            self.find(selector),
            value,
        )

    def focused(self) -> str:
        """Name what has the focus: its id, else its text."""
        return str(
            self.run("const e = document.activeElement; return e.id || e.innerText || e.tagName")
        )

    def row(self) -> str:
        """Give the action that is shown."""
        return str(self.run("return location.hash.slice(1)"))

    def logs(self, kind: str) -> list[dict[str, Any]]:
        """Take the log since it was last taken."""
        return list(self.driver.get_log(kind))  # type: ignore[no-untyped-call]

    def complaints(self) -> list[str]:
        """Read what the browser complained of: errors of scripts, and all that the policy held."""
        return [str(entry["message"]) for entry in self.logs("browser")]

    def requests(self) -> list[str]:
        """Name what was asked for, but for what is in the page itself."""
        events = [json.loads(entry["message"])["message"] for entry in self.logs("performance")]
        asked = [e["params"] for e in events if e["method"] == "Network.requestWillBeSent"]
        urls = [str(params["request"]["url"]) for params in asked]
        return [url for url in urls if not url.startswith(("data:", "blob:", "about:"))]


def wait_for(sign: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not sign():
        assert time.monotonic() < until, "it did not come to be"
        time.sleep(0.02)
