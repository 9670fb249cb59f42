"""A person at the window: a real mouse and real keys on a display of its own, told by the labels a screen reader would be
told (`ZHANBAN_LABELS`) where to click. Needs Xvfb, xdotool, xclip and ImageMagick."""
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

faults = []


def must(holds, fault):
    if not holds:
        faults.append(fault)
        print(f"FAULT {fault}", flush=True)
    return holds


@contextmanager
def window(program, folder, lang, size, *words, **more):
    """The program in `folder` with a home of its own; ended by Ctrl Q, or by force where that does not help."""
    folder.mkdir(parents=True, exist_ok=True)
    display = next(f":{number}" for number in range(90, 200) if not Path(f"/tmp/.X{number}-lock").exists())
    env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY" and not k.startswith("XDG_")}
    labels = folder / "labels.json"
    labels.unlink(missing_ok=True)
    env |= {"DISPLAY": display, "HOME": str(folder / f"home-{lang}-{time.time_ns()}"), "LIBGL_ALWAYS_SOFTWARE": "1", "ZHANBAN_LABELS": str(labels)}
    env |= more
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"], **quiet)
    time.sleep(1)
    command = [program, *words, "--size", f"{size[0]}x{size[1]}", "--lang", lang]
    child = subprocess.Popen([str(part) for part in command], env=env, **quiet)
    hand = Hand(env, folder, lang, size, labels)
    try:
        yield hand
        must(child.poll() is None, "the window is gone")
        hand.key("ctrl+q")
        child.wait(20)
    finally:
        if child.poll() is None:
            child.kill()
        server.terminate()


class Hand:
    def __init__(self, env, folder, lang, size, file):
        self.env, self.folder, self.lang, self.size, self.file = env, folder, lang, size, file
        self.clicks, self.steps = 0, 0

    def said(self, *command):
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.env, timeout=60)
        return done.stdout.decode().strip()

    def labels(self):
        """What the window says once it has rested for a third of a second."""
        for _ in range(100):
            try:
                if time.time() - self.file.stat().st_mtime > 0.35:
                    return json.loads(self.file.read_text())
            except (OSError, ValueError):
                pass
            time.sleep(0.1)
        return json.loads(self.file.read_text())

    def find(self, label, role=None, patience=20.0):
        end = time.monotonic() + patience
        while True:
            for told in self.labels():
                is_it = label in (told["label"], told.get("value")) and role in (None, told["role"])
                if is_it and not told.get("is_off"):
                    return told
            if time.monotonic() > end:
                self.picture("lost")
                sys.exit(f"FAULT nothing here is called {label}")
            time.sleep(0.3)

    def click(self, label, role=None):
        h = self.size[1]
        last = None
        for _ in range(30):
            told = self.find(label, role)
            x, y = told["x"] + told["w"] / 2, told["y"] + told["h"] / 2
            if 0 < y < h and (role != "TextInput" or y < h - 130):
                break
            if last == y:
                break
            last = y
            # Below the edge of what scrolls: the wheel over it brings it up.
            self.said("xdotool", "mousemove", int(x), h // 2, "click", 5)
        self.said("xdotool", "mousemove", int(x), int(y))
        time.sleep(0.15)
        self.said("xdotool", "click", 1)
        self.clicks += 1
        time.sleep(0.3)

    def key(self, *keys):
        self.said("xdotool", "key", *keys)
        time.sleep(0.2)

    def paste(self, text):
        holder = subprocess.Popen(["xclip", "-selection", "clipboard", "-i"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.env)
        holder.communicate(text.encode())
        self.key("ctrl+v")

    def picture(self, name):
        self.steps += 1
        told = self.labels()
        w, h = self.size
        file = self.folder / f"{self.lang}-{w}x{h}-{self.steps:02}-{name}.png"
        self.said("import", "-window", "root", "-crop", f"{w}x{h}+0+0", "+repage", file)
        for one in told:
            is_held = one["role"] in ("Button", "Tab", "RadioButton", "CheckBox")
            if is_held and 0 <= one["y"] < h and one["x"] < w:
                must(one["x"] + one["w"] <= w + 1, f"{name}: {one['label']} is cut at the right")
        tabs = [one for one in told if one["role"] in ("Tab",) and 0 <= one["y"] < h]
        for index, one in enumerate(tabs):
            for other in tabs[index + 1 :]:
                is_apart = one["x"] + one["w"] <= other["x"] + 1 or other["x"] + other["w"] <= one["x"] + 1 or one["y"] + one["h"] <= other["y"] + 1 or other["y"] + other["h"] <= one["y"] + 1
                must(is_apart, f"{name}: {one['label']} and {other['label']} overlap")
        return file

    def focus(self):
        """The keyboard goes to the window once it is there; there is no window manager to give it."""
        for _ in range(120):
            found = self.said("xdotool", "search", "--onlyvisible", "--class", "zhanban").split()
            if found:
                self.said("xdotool", "windowfocus", found[-1])
                return
            time.sleep(0.5)
        sys.exit("FAULT no window comes")
