#!/usr/bin/python3
"""Serves H.264 recordings as endless live RTSP streams on loopback, as a gate's camera would.

    rtsp-server.py --port 0 --mount gate-east=east.mp4 --mount gate-west=west.mp4

Each recording is read into memory once (its access units, never decoded) and fed with ever-growing
timestamps, so the end of the recording is an ordinary frame boundary for the client: no gap, no end
of stream, no timestamp that jumps back. Every client of a mount sees the same stream, and a stream
starts at its recording's first frame when its first client arrives.

Only RTP inside the RTSP connection is offered (clients: ``-rtsp_transport tcp``), so nothing but one
TCP port on 127.0.0.1 is ever open.
"""
import argparse
import os
import re
import signal
import sys
from dataclasses import dataclass

PACKAGES = "python3-gi gir1.2-gst-rtsp-server-1.0 gir1.2-gstreamer-1.0 gir1.2-gst-plugins-base-1.0 " \
           "gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad"

try:
    import gi

    gi.require_version("Gst", "1.0")
    gi.require_version("GstApp", "1.0")
    gi.require_version("GstRtsp", "1.0")
    gi.require_version("GstRtspServer", "1.0")
    from gi.repository import GLib, Gst, GstApp, GstRtsp, GstRtspServer
except (ImportError, ValueError) as missing:
    sys.exit(f"rtsp-server: GStreamer's Python modules are missing from {sys.executable} ({missing}). Install them "
             f"with: sudo apt-get install -y {PACKAGES} and use Debian's own /usr/bin/python3")

CAPS = "video/x-h264,stream-format=byte-stream,alignment=au"
ELEMENTS = {"filesrc": "gstreamer1.0", "appsrc": "plugins-base", "qtdemux": "plugins-good",
            "rtph264pay": "plugins-good", "h264parse": "plugins-bad"}


class RecordingError(Exception):
    """A recording that cannot be served; the message names the file and the fix."""


@dataclass(frozen=True)
class Recording:
    """A recording's access units in order, each with its parameter sets where it is a key frame."""

    units: list  # of (bytes, starts_at_ns, duration_ns, is_key)
    length_ns: int
    caps: str

    @staticmethod
    def read(path):
        if not os.path.isfile(path):
            raise RecordingError(f"{path}: no such file; build the demo's videos with make-video.sh")

        pipeline = Gst.parse_launch(
            "filesrc name=file ! qtdemux ! h264parse config-interval=-1 "
            f"! {CAPS} ! appsink name=units sync=false max-buffers=16")
        pipeline.get_by_name("file").set_property("location", path)
        sink = pipeline.get_by_name("units")
        pipeline.set_state(Gst.State.PLAYING)
        try:
            return Recording._drain(path, pipeline, sink)
        finally:
            pipeline.set_state(Gst.State.NULL)

    @staticmethod
    def _drain(path, pipeline, sink):
        samples, caps = [], None
        while sample := sink.try_pull_sample(5 * Gst.SECOND):
            buffer = sample.get_buffer()
            caps = sample.get_caps().to_string()
            is_key = not buffer.has_flags(Gst.BufferFlags.DELTA_UNIT)
            samples.append((buffer.extract_dup(0, buffer.get_size()), buffer.pts, buffer.duration, is_key))

        failure = pipeline.get_bus().pop_filtered(Gst.MessageType.ERROR)
        if failure is not None or not sink.is_eos() or not samples:
            reason = failure.parse_error()[0].message if failure is not None else "it holds no H.264 picture"
            raise RecordingError(f"{path}: not a readable H.264 mp4: {reason}")
        return Recording._timed(path, samples, caps)

    @staticmethod
    def _timed(path, samples, caps):
        """Times from zero; the last unit lasts as long as the one before it where the file does not say."""
        starts = [pts for _, pts, _, _ in samples]
        if any(later <= earlier for earlier, later in zip(starts, starts[1:])):
            raise RecordingError(f"{path}: its pictures are reordered (B-frames); encode it with the baseline profile")
        lengths = [later - earlier for earlier, later in zip(starts, starts[1:])]
        last = samples[-1][2]
        lengths.append(last if 0 < last < Gst.SECOND else (lengths[-1] if lengths else Gst.SECOND // 15))
        units = [(data, start - starts[0], length, key)
                 for (data, _, _, key), start, length in zip(samples, starts, lengths)]
        return Recording(units, units[-1][1] + lengths[-1], caps)


class Loop:
    """Feeds one running stream. Called by its appsrc only, one call at a time."""

    def __init__(self, recording):
        self._recording = recording
        self._next = 0
        self._base = 0

    def feed(self, source, _wanted):
        data, start, length, is_key = self._recording.units[self._next]
        buffer = Gst.Buffer.new_wrapped(data)
        buffer.pts = buffer.dts = self._base + start
        buffer.duration = length
        if not is_key:
            buffer.set_flags(Gst.BufferFlags.DELTA_UNIT)

        self._next += 1
        if self._next == len(self._recording.units):
            self._next = 0
            self._base += self._recording.length_ns
        source.emit("push-buffer", buffer)


def require_login(server, login):
    """Lets only this user in. Basic authentication: it is meant for loopback."""
    user, _, password = login.partition(":")
    auth, token = GstRtspServer.RTSPAuth(), GstRtspServer.RTSPToken()
    token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, "viewer")
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)


def mount(server, name, recording):
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch("( appsrc name=source format=time is-live=true max-buffers=2 block=false "
                       "! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 )")
    factory.set_shared(True)
    factory.set_protocols(GstRtsp.RTSPLowerTrans.TCP)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role("viewer", GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS, True)
    permissions.add_permission_for_role("viewer", GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, True)
    factory.set_permissions(permissions)
    factory.set_suspend_mode(GstRtspServer.RTSPSuspendMode.NONE)

    def configure(_factory, media):
        source = media.get_element().get_by_name("source")
        source.set_property("caps", Gst.Caps.from_string(recording.caps))
        source.connect("need-data", Loop(recording).feed)

    factory.connect("media-configure", configure)
    server.get_mount_points().add_factory(f"/{name}", factory)


def mount_argument(text):
    name, separator, path = text.partition("=")
    if not separator or not path or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise argparse.ArgumentTypeError(
            f"'{text}' must be NAME=FILE, its name made of letters, digits, '.', '_' and '-'")
    return name, path


def port_argument(text):
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"'{text}' must be a port from 0 (any free one) to 65535")
    return text


def login_argument(path):
    try:
        with open(path, encoding="utf-8") as file:
            login = file.read().rstrip("\n")
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {error.strerror}") from error
    if not re.fullmatch(r"[^:]+:.+", login):
        raise argparse.ArgumentTypeError(f"{path} must hold one line USER:PASSWORD")
    return login


def read_arguments():
    parser = argparse.ArgumentParser(description="Serve H.264 mp4 files as endless RTSP streams on 127.0.0.1.")
    parser.add_argument("--port", type=port_argument, default="0", help="TCP port; 0, the default, takes a free one")
    parser.add_argument("--mount", type=mount_argument, action="append", required=True, metavar="NAME=FILE",
                        help="serve FILE at rtsp://127.0.0.1:PORT/NAME; may be repeated")
    parser.add_argument("--login-file", type=login_argument, dest="login", metavar="FILE",
                        help="let in only the USER:PASSWORD that FILE holds; default: everybody")
    parser.add_argument("--exit-with-stdin", action="store_true",
                        help="stop when standard input closes, so that no server outlives the one who started it")
    arguments = parser.parse_args()
    names = [name for name, _ in arguments.mount]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        parser.error(f"argument --mount: {', '.join(twice)} is given more than once")
    return arguments


def watch_stdin(loop):
    def read(_fd, condition):
        if condition & GLib.IOCondition.IN and os.read(0, 4096):
            return GLib.SOURCE_CONTINUE
        loop.quit()
        return GLib.SOURCE_REMOVE

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, GLib.IOCondition.IN | GLib.IOCondition.HUP, read)


def main():
    arguments = read_arguments()
    Gst.init(None)
    if lacking := [name for name in ELEMENTS if Gst.ElementFactory.find(name) is None]:
        sys.exit(f"rtsp-server: GStreamer lacks {', '.join(lacking)}. "
                 f"Install them with: sudo apt-get install -y {PACKAGES}")

    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(arguments.port)
    if arguments.login:
        require_login(server, arguments.login)
    try:
        for name, path in arguments.mount:
            mount(server, name, Recording.read(path))
    except RecordingError as error:
        sys.exit(f"rtsp-server: {error}")

    if server.attach(None) == 0:
        sys.exit(f"rtsp-server: port {arguments.port} of 127.0.0.1 is taken; choose another, or 0 for any free one")

    loop = GLib.MainLoop()
    for number in (signal.SIGTERM, signal.SIGINT):
        GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, loop.quit)
    if arguments.exit_with_stdin:
        watch_stdin(loop)

    # A client that vanished without a farewell leaves its session behind until someone clears it.
    GLib.timeout_add_seconds(5, lambda: server.get_session_pool().cleanup() >= 0)
    print(f"rtsp ready: rtsp://127.0.0.1:{server.get_bound_port()}", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
