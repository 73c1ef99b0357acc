"""Asks for every address outside the site that a page links to; what does not answer is named with file and line, and the exit code is 1."""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\((https?://[^)\s]+)\)")
AGENT = "Mozilla/5.0 (compatible; link check of this site)"  # some hosts answer no program that does not look like a browser


def links(root: Path = ROOT) -> dict[str, list[str]]:
    """Each address without its anchor, and where it stands."""
    found = defaultdict(list)
    for path in sorted(root.glob("docs/*/**/*.md")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for address in LINK.findall(line):
                found[address.partition("#")[0]].append(f"{path.relative_to(root)}:{number}")
    return dict(found)


def fault(address: str) -> str:
    """Why an address does not answer; empty when it does."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"User-Agent": AGENT}), timeout=30):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in (403, 429) else f"{error.code} {error.reason}"  # these know the page and refuse the program
    except OSError as error:
        return str(error)


def main() -> int:
    known = links()
    with ThreadPoolExecutor(4) as pool:
        faults = {address: why for address, why in zip(known, pool.map(fault, known), strict=True) if why}
    for address, why in faults.items():
        print(f"{', '.join(known[address])}: {address}: {why}")
    print(f"{len(known)} addresses, {len(faults)} of them do not answer")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
