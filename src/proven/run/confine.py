"""What a snippet may touch: its own folders, the loopback network and nobody else's processes.

On Linux the kernel enforces it without privileges, for C++ and for children too: namespaces of its own (no network, other processes
not to be seen, everything but its folder read-only) and Landlock. Python's audit hook stands in front of that everywhere: it says what
a snippet reached for, and where the kernel's means are missing it is all there is.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

SHARED_MEMORY = 1 << 30  # bytes of /dev/shm
FILE_SIZE = 1 << 30  # bytes of one file

MEANS = ("network namespace", "process namespace", "Landlock")
NOT_SHUT_IN = "was not run, for it could not be shut in by what worked when the runner started"

_CLONE_NEWNS, _CLONE_NEWIPC, _CLONE_NEWUSER, _CLONE_NEWPID, _CLONE_NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_MS_RDONLY, _MS_BIND, _MS_REC, _MS_PRIVATE = 1, 0x1000, 0x4000, 1 << 18
_SYS_MOUNT_SETATTR = 442  # these numbers are the same on every architecture
_AT_RECURSIVE, _ATTR_RDONLY = 0x8000, 1
_SYS_LANDLOCK = 444  # create_ruleset; 445 add_rule, 446 restrict_self
_WRITES = (1 << 1) | sum(1 << bit for bit in range(4, 13))  # write_file, remove_*, make_* of ABI 1
_READ_FILE, _READ_DIR, _EXECUTE = 1 << 2, 1 << 3, 1 << 0
_REFER, _TRUNCATE = 1 << 13, 1 << 14  # ABI 2, ABI 3
_SCOPE = 0b11  # ABI 6: no abstract sockets and no signals to processes outside

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def network(folder: str) -> bool:
    """Give this process a network in which only loopback exists, its own /dev/shm, and no right to write outside `folder`.

    Returns False where the host forbids it.
    """
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
    # All of this is private to this process and its children.
    _libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None)
    _libc.mount(folder.encode(), folder.encode(), None, _MS_BIND, None)
    # Read-only also for what Landlock has no right for: chmod, chown, utime, extended attributes. Devices can still be written to.
    _read_only("/", True)
    _read_only(folder, False)
    # Shared memory that a snippet forgets must not outlive it.
    _libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", 0, f"size={SHARED_MEMORY}".encode())
    if not any(os.path.realpath(path).startswith("/run/") for path in [folder, sys.prefix, sys.base_prefix, *os.get_exec_path()]):
        _libc.mount(b"tmpfs", b"/run", b"tmpfs", _MS_RDONLY, None)  # sockets of services: Docker, D-Bus, databases
    return True


def _read_only(path: str, forbid: bool) -> None:
    attributes = struct.pack("QQQQ", _ATTR_RDONLY if forbid else 0, 0 if forbid else _ATTR_RDONLY, 0, 0)
    assert _libc
    _libc.syscall(_SYS_MOUNT_SETATTR, -100, path.encode(), _AT_RECURSIVE if forbid else 0, attributes, len(attributes))


def processes() -> bool:
    """Let the next fork of this process be the first of processes of its own: they see no others, and end when it ends.

    Only after `network`. The first one calls `own_proc`.
    """
    return _libc is not None and _libc.unshare(_CLONE_NEWPID) == 0


def own_proc() -> bool:
    """Show the processes of this namespace in /proc, as programs expect; False where the host (some containers) forbids it."""
    return _libc is not None and _libc.mount(b"proc", b"/proc", b"proc", 0, None) == 0


def files(writable: list[str], readable: Iterable[str] = ()) -> bool:
    """Forbid this process and its children to write anywhere but below `writable`, and to read anywhere but there and below `readable`.

    Nothing in `readable`: everything may be read. Returns False without Landlock.
    """
    if _libc is None or (abi := _libc.syscall(_SYS_LANDLOCK, None, 0, 1)) < 1:
        return False
    reads = _READ_FILE | _READ_DIR if readable else 0
    handled = _WRITES | (_REFER if abi >= 2 else 0) | (_TRUNCATE if abi >= 3 else 0) | reads
    ruleset = struct.pack("QQQ", handled, 0, _SCOPE) if abi >= 6 else struct.pack("Q", handled)
    handle = _libc.syscall(_SYS_LANDLOCK, ruleset, len(ruleset), 0)
    if handle < 0:
        return False
    rules = [*((path, reads) for path in readable), *((path, handled) for path in [*writable, "/dev"])]  # /dev: null, shm, the GPU's files
    for path, rights in rules:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue  # not there, or not for us
        rule = struct.pack("=Qi", rights if os.path.isdir(path) else rights & _READ_FILE, descriptor)
        added = _libc.syscall(_SYS_LANDLOCK + 1, handle, 1, rule, 0)
        os.close(descriptor)
        if added != 0:
            return False
    _libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    done = _libc.syscall(_SYS_LANDLOCK + 2, handle, 0) == 0
    os.close(handle)
    return done


def around(hidden: list[str], needed: Iterable[str]) -> list[str]:
    """What may be read so that the folders `hidden` are not, apart from what is `needed` below them: as few paths as will do."""
    covered = [os.path.realpath(path) for path in hidden]

    def beside(folder: str) -> list[str]:
        paths: list[str] = []
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                path = os.path.realpath(entry.path)
                if any(path == inner or path.startswith(inner + os.sep) for inner in covered):
                    continue  # a link to it as well
                paths += beside(path) if any(inner.startswith(path + os.sep) for inner in covered) else [path]
        return paths

    wanted = {os.path.realpath(path) for path in needed if path and os.path.exists(path)}
    return [*beside(os.sep), *sorted(path for path in wanted if path not in covered)]


def limits() -> None:
    """Limit what one process may write into one file; what all of them use together, the keeper watches."""
    import resource  # not on every system

    for kind, most in ((resource.RLIMIT_FSIZE, FILE_SIZE), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


# Python's own calls that change the file system, and which of their arguments are paths: (path, the folder's descriptor it is relative to).
_CHANGES: dict[str, tuple[tuple[int, int | None], ...]] = {
    "os.remove": ((0, 1),),
    "os.mkdir": ((0, 2),),
    "os.rmdir": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
}
# The same for calls that follow a link.
_FOLLOWS: dict[str, tuple[tuple[int, int | None], ...]] = {
    "os.truncate": ((0, None),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.utime": ((0, 3),),
    "os.setxattr": ((0, None),),
    "os.removexattr": ((0, None),),
    "sqlite3.connect": ((0, None),),
}


def watch(report: Callable[[str], None], writable: list[str]) -> None:
    """Add the audit hook: an attempt to leave is reported and refused with PermissionError, even if the snippet catches that.

    It hears Python's own calls only: not C++, not children that are other programs.
    """
    roots = tuple(os.path.realpath(folder) + os.sep for folder in [*writable, "/dev"])
    local = {
        "",
        "localhost",
        "localhost.localdomain",
        "ip6-localhost",
        "ip6-loopback",
        "::1",
        "0.0.0.0",
        "::",
        "0",
        socket.gethostname().lower(),
    }

    def refuse(what: str) -> None:
        report(what)
        raise PermissionError(f"a snippet {what}")

    def check(path: object, folder: object, follow: bool) -> None:
        where = _resolved(path, folder, follow)
        if where is None or (where + os.sep).startswith(roots):
            return
        if "__pycache__" in where:  # an import that would leave its bytecode does without
            raise PermissionError(f"a snippet may not write {where}")
        refuse(f"wrote outside its folder: {where}")

    def hook(event: str, args: tuple) -> None:
        if event.startswith("socket."):
            address: object = None
            if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
                address = args[1]
                if isinstance(address, str | bytes):  # a Unix socket: a path, or a name that begins with NUL
                    if address and os.fsencode(address)[:1] != b"\0":
                        inside = _resolved(address, None, True)
                        if inside and not (inside + os.sep).startswith(roots):
                            refuse(f"reached for a socket outside its folder: {inside}")
                    return
                address = address[0] if isinstance(address, tuple) and event != "socket.bind" else None
            elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
                address = args[0]
            if isinstance(address, bytes):
                address = address.decode("ascii", "replace")
            if isinstance(address, str):
                name = address.lower().removeprefix("::ffff:")
                if name not in local and not name.startswith("127."):
                    refuse(f"reached for the network: {address}")
        elif event == "open":
            if args[2] and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) and not isinstance(args[0], int):
                check(args[0], None, True)
        elif event in _CHANGES or event in _FOLLOWS:
            for path, folder in _CHANGES.get(event) or _FOLLOWS[event]:
                check(args[path], args[folder] if folder is not None else None, event in _FOLLOWS)

    sys.addaudithook(hook)


def _resolved(path: object, folder: object, follow: bool) -> str | None:
    """The real path that a call is about: for one that does not follow links, of the link itself. None: not a path."""
    if isinstance(path, int):
        return _of_descriptor(path)
    try:
        text = os.fsdecode(path)  # type: ignore[arg-type]
    except TypeError:
        return None
    if not text or text.startswith((":memory:", "file:")):
        return None
    if isinstance(folder, int) and folder >= 0 and not os.path.isabs(text):
        base = _of_descriptor(folder)
        if base is None:
            return None
        text = os.path.join(base, text)
    text = text.rstrip(os.sep) or os.sep
    return os.path.realpath(text) if follow else os.path.join(os.path.realpath(os.path.dirname(text)), os.path.basename(text))


def _of_descriptor(descriptor: int) -> str | None:
    with contextlib.suppress(OSError, ImportError, AttributeError):
        if sys.platform == "linux":
            found = os.readlink(f"/proc/self/fd/{descriptor}")
            return found if found.startswith("/") else None
        import fcntl  # not on every system

        return fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0").decode()  # type: ignore[attr-defined]
    return None


def available(folder: str) -> dict[str, bool]:
    """Which of the kernel's means work here. Call it in a process that may be thrown away."""
    own_network = network(folder)
    own_processes = own_network and processes()
    if own_processes:
        if (pid := os.fork()) == 0:
            os._exit(0 if own_proc() else 1)
        own_processes = os.waitpid(pid, 0)[1] == 0
    return dict(zip(MEANS, (own_network, own_processes, files([folder])), strict=True))
