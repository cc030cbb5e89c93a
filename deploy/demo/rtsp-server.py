#!/usr/bin/python3
"""Serves H.264 files over RTSP on loopback, each in an endless loop.

Usage: rtsp-server.py [--port N] [--fps N] NAME=FILE...

A file is a raw H.264 stream (Annex B) with access unit delimiters, as make-video.sh writes it. Port 0 takes a free one. The first
line on standard output is the address, such as rtsp://127.0.0.1:8554. Ends on SIGTERM, SIGINT, or when standard input closes.
"""
import argparse
import signal
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

DELIMITER = b"\x00\x00\x00\x01\x09"


def access_units(path):
    """The pictures of a file, each with the headers that belong to it."""
    with open(path, "rb") as file:
        data = file.read()
    starts = []
    at = data.find(DELIMITER)
    while at >= 0:
        starts.append(at)
        at = data.find(DELIMITER, at + len(DELIMITER))
    if not starts:
        raise SystemExit(f"{path}: no access unit delimiters: encode it with -x264-params aud=1 -f h264")
    return [data[a:b] for a, b in zip(starts, starts[1:] + [len(data)])]


class LoopFactory(GstRtspServer.RTSPMediaFactory):
    """Feeds one file's pictures to every viewer of its mount, with time stamps that never jump back."""

    def __init__(self, path, fps):
        super().__init__()
        self.units = access_units(path)
        self.duration = Gst.SECOND // fps
        self.number = 0
        self.set_launch(
            "( appsrc name=source is-live=true format=time max-bytes=400000 block=false "
            f"caps=video/x-h264,stream-format=byte-stream,alignment=au,framerate={fps}/1 "
            "! rtph264pay name=pay0 pt=96 config-interval=-1 )")
        self.set_shared(True)

    def do_configure(self, media):
        self.number = 0
        source = media.get_element().get_child_by_name("source")
        source.connect("need-data", self.feed)

    def feed(self, source, _length):
        buffer = Gst.Buffer.new_wrapped(self.units[self.number % len(self.units)])
        buffer.pts = buffer.dts = self.number * self.duration
        buffer.duration = self.duration
        self.number += 1
        source.emit("push-buffer", buffer)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fps", type=int, default=15)
    parser.add_argument("mounts", nargs="+", metavar="NAME=FILE")
    options = parser.parse_args()

    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(str(options.port))
    factories = []  # Python must keep them: the server does not hold their Python side
    for mount in options.mounts:
        name, separator, path = mount.partition("=")
        if not separator:
            parser.error(f"{mount}: expected NAME=FILE")
        factory = LoopFactory(path, options.fps)
        factory.connect("media-configure", lambda factory, media: factory.do_configure(media))
        server.get_mount_points().add_factory(f"/{name}", factory)
        factories.append(factory)

    loop = GLib.MainLoop()
    if server.attach(None) == 0:
        raise SystemExit(f"cannot listen on 127.0.0.1:{options.port}: is the port taken?")
    for number in (signal.SIGTERM, signal.SIGINT):
        GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, loop.quit)

    def watch_input():
        while sys.stdin.buffer.read(4096):
            pass
        GLib.idle_add(loop.quit)

    threading.Thread(target=watch_input, daemon=True).start()
    print(f"rtsp://127.0.0.1:{server.get_bound_port()}", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
