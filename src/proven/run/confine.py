"""What a snippet may touch: its own folders, the loopback network and nobody else's processes.

On Linux the kernel enforces it without privileges, for C++ and for children too: a network namespace of its own, a private
/dev/shm, and Landlock for writes and signals. Python's audit hook stands behind that everywhere: it names the address that
a snippet reached for, and where the kernel's means are missing it is all there is.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path

_CLONE_NEWNS, _CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x40000000
_MS_REC, _MS_PRIVATE = 0x4000, 1 << 18
_SYS_LANDLOCK = 444  # create_ruleset; 445 add_rule, 446 restrict_self, the same on every architecture
_WRITES = (1 << 1) | sum(1 << bit for bit in range(4, 13))  # write_file, remove_*, make_* of ABI 1
_REFER, _TRUNCATE = 1 << 13, 1 << 14  # ABI 2, ABI 3
_SCOPE = 0b11  # ABI 6: no abstract sockets and no signals to processes outside

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def network() -> bool:
    """Move this process to a network of its own in which only loopback exists; False where the host forbids it."""
    if _libc is None:
        return False
    import fcntl  # not on every system

    uid, gid = os.getuid(), os.getgid()
    if _libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWNS | _CLONE_NEWIPC) != 0:
        return False
    try:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:  # ifconfig lo up
            fcntl.ioctl(control, 0x8914, struct.pack("16sH14s", b"lo", 0x1 | 0x40, b""))
    except OSError:
        return False
    # Shared memory that a snippet forgets must not outlive it. The mount is private to this process and its children.
    _libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None)
    _libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, None)
    return True


def files(writable: list[str]) -> bool:
    """Forbid this process and its children to write anywhere but below the given folders; False without Landlock."""
    if _libc is None or (abi := _libc.syscall(_SYS_LANDLOCK, None, 0, 1)) < 1:
        return False
    handled = _WRITES | (_REFER if abi >= 2 else 0) | (_TRUNCATE if abi >= 3 else 0)
    ruleset = struct.pack("QQQ", handled, 0, _SCOPE) if abi >= 6 else struct.pack("Q", handled)
    handle = _libc.syscall(_SYS_LANDLOCK, ruleset, len(ruleset), 0)
    if handle < 0:
        return False
    for folder in [*writable, "/dev"]:  # /dev: null, shm and the GPU's device files
        descriptor = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", handled, descriptor)
        added = _libc.syscall(_SYS_LANDLOCK + 1, handle, 1, rule, 0)
        os.close(descriptor)
        if added != 0:
            return False
    _libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    done = _libc.syscall(_SYS_LANDLOCK + 2, handle, 0) == 0
    os.close(handle)
    return done


def watch(report: Callable[[str], None], writable: list[str], kernel_guards_files: bool) -> None:
    """Add the audit hook: an attempt to leave is reported and refused with PermissionError, even if the snippet catches that."""
    roots = tuple(os.path.realpath(folder) + os.sep for folder in [*writable, "/dev"])
    local = {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::", socket.gethostname()}

    def refuse(what: str) -> None:
        report(what)
        raise PermissionError(f"a snippet {what}")

    def hook(event: str, args: tuple) -> None:
        if event.startswith("socket."):
            address = None
            if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
                address = args[1][0] if isinstance(args[1], tuple) else None
            elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
                address = args[0]
            if isinstance(address, bytes):
                address = address.decode("ascii", "replace")
            if isinstance(address, str) and address not in local and not address.startswith("127."):
                refuse(f"reached for the network: {address}")
        elif event == "open" and not kernel_guards_files and isinstance(args[0], str | bytes):
            flags = args[2] or 0
            path = os.path.realpath(os.fsdecode(args[0]))
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not path.startswith(roots):
                refuse(f"wrote outside its folder: {path}")

    sys.addaudithook(hook)


def available() -> dict[str, bool]:
    """Which of the kernel's means work here. Call it in a process that may be thrown away."""
    return {"network namespace": network(), "Landlock": files([os.getcwd()])}
