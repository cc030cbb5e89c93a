"""Peer of the falling-object benchmark: OpenCV's MOG2 with its defaults but without the shadow test, which would cost it more; one thread.

Usage: mog2.py FRAMES WIDTH HEIGHT (grey frames, one after the other). Each line on standard input starts one pass over all frames, there and
back so that the scene never jumps; the answer is one line: processor seconds, then pixels found in the last frame.
"""
import sys
import time

import cv2
import numpy

cv2.setNumThreads(1)
width, height = int(sys.argv[2]), int(sys.argv[3])
frames = numpy.fromfile(sys.argv[1], dtype=numpy.uint8).reshape(-1, height, width)
subtractor = cv2.createBackgroundSubtractorMOG2(detectShadows=False)
mask = numpy.empty((height, width), dtype=numpy.uint8)
print("ready", flush=True)
for _ in sys.stdin:
    started = time.process_time()
    for frame in frames:
        mask = subtractor.apply(frame, mask)
    for frame in frames[::-1]:
        mask = subtractor.apply(frame, mask)
    print(time.process_time() - started, int(numpy.count_nonzero(mask)), flush=True)
