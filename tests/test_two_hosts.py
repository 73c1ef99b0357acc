"""The commands of the page on torchrun are run as they stand there, on two hosts: two network namespaces of this machine, joined by a cable."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workshop.project import ROOT

PAGE = "parallel/torchrun-and-nodes"
SCRIPT = ROOT / "snippets" / "parallel" / "torchrun_nodes_train.py"
GRADIENT = re.compile(r"host (\d), rank (\d): (average|whole batch) +(\[.*\])")


class Hosts:
    """Two hosts: names node0 and node1, addresses 10.0.0.1 and 10.0.0.2 at eth0, a network, name and process list each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = [f"tbe{os.getpid()}h{number}" for number in range(2)]
        self.running: list[subprocess.Popen[bytes]] = []

    def plug_in(self) -> None:
        for name in self.names:
            _ip("netns", "add", name)
        first, second = self.names
        _ip("link", "add", "eth0", "netns", first, "type", "veth", "peer", "name", "eth0", "netns", second)
        for number, name in enumerate(self.names):
            _ip("-n", name, "address", "add", f"10.0.0.{number + 1}/24", "dev", "eth0")
            _ip("-n", name, "link", "set", "eth0", "up")
            _ip("-n", name, "link", "set", "lo", "up")

    def name(self, loopback: bool) -> None:
        """Write each host's /etc/hosts. With `loopback` a host's own name leads to 127.0.1.1, as Debian and Ubuntu set it up."""
        for number in range(2):
            addresses = {other: f"10.0.0.{other + 1}" for other in range(2)} | ({number: "127.0.1.1"} if loopback else {})
            lines = ["127.0.0.1 localhost", *(f"{address} node{other}" for other, address in addresses.items())]
            (self.folder / f"hosts{number}").write_text("\n".join(lines) + "\n")

    def run(self, number: int, command: str) -> None:
        """Run a command of the page on a host, in a folder where its script lies."""
        setup = f'hostname node{number} && mount --bind hosts{number} /etc/hosts && exec bash -c "$0"'
        inside = ["unshare", "--mount", "--uts", "bash", "-c", setup, command]
        environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "OMP_NUM_THREADS": "1"}
        with (self.folder / f"out{number}").open("wb") as out, (self.folder / f"err{number}").open("wb") as err:
            whole = ["ip", "netns", "exec", self.names[number], *inside]
            self.running.append(subprocess.Popen(whole, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err))

    def said(self, number: int, stream: str = "out") -> str:
        return (self.folder / f"{stream}{number}").read_text("utf-8", "replace")

    def until(self, met: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not met():
            assert time.monotonic() < deadline, f"not within {seconds:g} s:\n{self.story()}"
            time.sleep(0.1)

    def exit_code(self, number: int, seconds: float) -> int:
        self.until(lambda: self.running[number].poll() is not None, seconds)
        return self.running[number].returncode

    def story(self) -> str:
        return "\n".join(
            f"--- host {number}, {stream}\n{self.said(number, stream)[-3000:]}" for number in range(2) for stream in ("out", "err")
        )

    def kill(self, number: int) -> None:
        """kill -9 for every process of a host."""
        deadline = time.monotonic() + 10
        while (pids := _ip("netns", "pids", self.names[number]).split()) and time.monotonic() < deadline:
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
            time.sleep(0.05)

    def pull_the_cable(self) -> None:
        for name in self.names:
            _ip("-n", name, "link", "set", "eth0", "down")

    def clean_up(self) -> None:
        for number, name in enumerate(self.names):
            with contextlib.suppress(subprocess.CalledProcessError):
                self.kill(number)
            subprocess.run(["ip", "netns", "delete", name], capture_output=True, check=False)
        for process in self.running:
            process.kill()
            process.wait()


def _ip(*arguments: str) -> str:
    return subprocess.run(["ip", *arguments], capture_output=True, text=True, check=True, timeout=30).stdout


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[Hosts]:
    """Two hosts, gone after the test; skipped where this machine cannot play them."""
    if sys.platform != "linux":
        pytest.skip("network namespaces exist on Linux only")
    for program, package in {"ip": "iproute2", "unshare": "util-linux", "bash": "bash"}.items():
        if shutil.which(program) is None:
            pytest.skip(f"no `{program}`: install the system package {package}")
    if os.geteuid() != 0:
        pytest.skip("network namespaces need root")
    pytest.importorskip("torch")
    made = Hosts(tmp_path)
    shutil.copy(SCRIPT, tmp_path)
    try:
        try:
            made.plug_in()
        except subprocess.CalledProcessError as error:
            pytest.skip(f"this machine allows no network namespaces: {error.stderr.strip()}")
        yield made
    finally:
        made.clean_up()


def fences(section: str, language: str = "en") -> list[str]:
    """The bash fences in a section of the page."""
    text = (ROOT / "docs" / language / f"{PAGE}.md").read_text("utf-8")
    [part] = re.findall(rf"^## [^\n]*\{{ #{section} \}}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return re.findall(r"^``` bash\n(.*?)^```$", part, re.M | re.S)


def on_each_host(section: str) -> list[str]:
    """The commands for host 0 and for host 1; a section with one fence gives the same ones to both."""
    found = fences(section)
    return found if len(found) == 2 else found * 2


@pytest.mark.parametrize("section", ["two-hosts", "c10d"])
def test_both_languages_give_the_same_commands(section: str) -> None:
    assert fences(section, "ko") == fences(section, "en") != []


# With c10d, node0's own name has to lead to the address that the others use; the page says so.
@pytest.mark.parametrize(("section", "loopback"), [("two-hosts", True), ("c10d", False)])
def test_the_average_over_two_hosts_is_the_gradient_of_the_whole_batch(hosts: Hosts, section: str, loopback: bool) -> None:
    hosts.name(loopback)
    for number, command in enumerate(on_each_host(section)):
        hosts.run(number, command)
    assert [hosts.exit_code(number, 240) for number in range(2)] == [0, 0], hosts.story()
    found = [GRADIENT.findall(hosts.said(number)) for number in range(2)]
    assert sorted(host for each in found for host, _, kind, _ in each if kind == "average") == ["0", "1"], hosts.story()
    gradients = {gradient for each in found for *_, gradient in each}
    assert len(gradients) == 1, hosts.story()
    assert gradients.pop() in SCRIPT.read_text("utf-8")  # and it is what the page shows
    losses = [re.findall(r"own loss (\S+)", hosts.said(number)) for number in range(2)]
    assert len(losses[0]) == len(losses[1]) == 3
    assert losses[0] != losses[1], "both hosts worked on the same share"


def start_a_long_run(hosts: Hosts) -> None:
    hosts.name(loopback=True)
    for number, command in enumerate(on_each_host("two-hosts")):
        hosts.run(number, f"{command.rstrip()} 100000000\n")
    hosts.until(lambda: all("step 2" in hosts.said(number) for number in range(2)), 180)


def test_the_survivor_says_that_the_other_host_closed_the_connection(hosts: Hosts) -> None:
    start_a_long_run(hosts)
    hosts.kill(1)
    assert hosts.exit_code(0, 120) == 1, hosts.story()
    # A packet that nobody read any more turns "closed" into "reset".
    assert re.search(r"\[rank0\]: RuntimeError: .*Connection (closed by peer|reset by peer)", hosts.said(0, "err")), hosts.story()
    assert "[10.0.0.2]" in hosts.said(0, "err")
    assert "ChildFailedError" in hosts.said(0, "err")


def test_without_a_cable_both_hosts_give_up_after_the_timeout_of_the_group(hosts: Hosts) -> None:
    start_a_long_run(hosts)
    started = time.monotonic()
    hosts.pull_the_cable()
    assert [hosts.exit_code(number, 240) for number in range(2)] == [1, 1], hosts.story()
    assert time.monotonic() - started > 15  # the script's timeout is 20 seconds
    assert re.search(r"\[rank0\]: RuntimeError: .*Timed out waiting 20000ms", hosts.said(0, "err")), hosts.story()
    assert "ChildFailedError" in hosts.said(0, "err")
