"""One command, timed: what `bench/measure` and `bench/print` share."""
import os
import subprocess
import sys
import time
from pathlib import Path


def run(what, *command, may_find=False):
    """Runs it, prints and returns (seconds, CPU seconds, peak MB). `may_find`: exit 1, findings, is fine too.
    Peak memory is the kernel's count for the process (maximum resident set)."""
    os.sync()  # what was written before is not this job's
    begin = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    err = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds, code = time.monotonic() - begin, os.waitstatus_to_exitcode(status)
    if code not in ((0, 1) if may_find else (0,)):
        sys.exit(f"{what}: exit {code}\n{err.decode()[-800:]}")
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print(f"{what:44} {seconds:7.2f} s   {cpu:7.2f} s CPU   {peak:6.0f} MB", flush=True)
    return seconds, cpu, peak


def size_of(folder):
    return sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
