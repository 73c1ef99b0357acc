"""Draw the picture that stands beside a shared link to the site.

    python scripts/social_card.py [FILE]

One picture serves both languages. Its code is the section that the front page embeds, read from the snippet with its recorded output.
Writes theme/assets/card.png (1200 x 630).
"""

from __future__ import annotations

import io
import re
import sys
from html import escape
from pathlib import Path

from browser import FLAGS, chromium
from PIL import Image
from playwright.sync_api import sync_playwright

from proven.project import Project

ROOT = Path(__file__).resolve().parents[1]
CARD = ROOT / "theme/assets/card.png"
EMBED = "autograd/gradients_add_up.py:pile-up"
LIMIT = 60_000  # bytes
PAGE = """<!doctype html>
<style>
  * {{ margin: 0; box-sizing: border-box }}
  body {{ width: 1200px; height: 630px; padding: 56px 64px; background: #1b2a44; color: #fff; font-family: system-ui, "Noto Sans CJK KR", sans-serif }}
  h1 {{ font-size: 62px; letter-spacing: -1px }}
  h2 {{ margin-top: 4px; font-size: 34px; font-weight: 500; color: #b9c6de }}
  pre {{ margin-top: 40px; padding: 26px 32px; border-radius: 8px; background: #0f1a2c; font: 23px/1.5 "DejaVu Sans Mono", monospace; color: #dbe4f3 }}
  pre b {{ font-weight: 400; color: #8fd3b0 }}
</style>
<h1>예제로 배우는 PyTorch</h1>
<h2>Torch by Example</h2>
<pre>{code}</pre>
"""


def draw(path: Path) -> int:
    """Write the picture; returns its size in bytes.

    Raises:
        ValueError: it is too large to be loaded beside every shared link.
    """
    code = escape(Project(ROOT).source(EMBED), quote=False)
    code = re.sub(r"^# &gt; .*$", r"<b>\g<0></b>", code, flags=re.MULTILINE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(PAGE.format(code=code))
        shot = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    shot.quantize(32).save(path, optimize=True)  # flat colours: a third of the bytes
    size = path.stat().st_size
    if size > LIMIT:
        raise ValueError(f"{path.name} has {size} bytes, more than {LIMIT}: show fewer lines")
    return size


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CARD
    try:
        print(f"{path.name}: {draw(path)} bytes")
    except (FileNotFoundError, ValueError) as error:
        sys.exit(f"social_card: {error}")


if __name__ == "__main__":
    main()
