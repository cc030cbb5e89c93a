"""Peer of the gallery benchmark: FAISS IndexFlatIP, one thread, one query at a time.

Usage: faiss_flat.py TEMPLATES QUERIES (float32 files, rows of 512). Each line on standard input starts one pass over all queries; the answer
is one line: milliseconds per query, then the index of the best template of each query.
"""
import sys
import time

import faiss
import numpy

faiss.omp_set_num_threads(1)
templates = numpy.fromfile(sys.argv[1], dtype=numpy.float32).reshape(-1, 512)
queries = numpy.fromfile(sys.argv[2], dtype=numpy.float32).reshape(-1, 512)
index = faiss.IndexFlatIP(512)
index.add(templates)
print("ready", flush=True)
for _ in sys.stdin:
    best = []
    started = time.process_time()
    for query in queries:
        _, found = index.search(query.reshape(1, -1), 1)
        best.append(int(found[0, 0]))
    elapsed = (time.process_time() - started) * 1000 / len(queries)
    print(elapsed, *best, flush=True)
