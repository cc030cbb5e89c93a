#!/usr/bin/python3
"""Modbus units served by pymodbus, over TCP (argument "tcp") or a serial device (its path), steered by lines on standard input.

Units 1, 2 and 3 exist; any other number stays silent. Says "ready PORT" first and answers each line with one line:
  set UNIT TABLE ADDRESS VALUE...    get UNIT TABLE ADDRESS COUNT     (tables: co, di, hr, ir)
  slow UNIT SECONDS    fail UNIT CODE TIMES    garbage TIMES    trail TIMES    count UNIT
Ends with its standard input.
"""
import asyncio
import logging
import os
import random
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.framer.rtu_framer import ModbusRtuFramer
from pymodbus.server.async_io import (ModbusConnectedRequestHandler, ModbusSerialServer, ModbusSingleRequestHandler,
                                      ModbusTcpServer)

TABLES = {"co": 1, "di": 2, "hr": 3, "ir": 4}
NOISE = random.Random(1)
logging.disable()
slow, fail, count = {}, {}, {}
garbage = trail = 0


class Steered:
    """Delays, refuses or spoils answers."""

    def execute(self, request, *addr):
        unit = request.unit_id
        count[unit] = count.get(unit, 0) + 1
        if fail.get(unit, (0, 0))[1] > 0:
            code, times = fail[unit]
            fail[unit] = (code, times - 1)
            answer = request.doException(code)
            answer.transaction_id, answer.unit_id = request.transaction_id, unit
            self.send(answer, *addr)
            return
        super().execute(request, *addr)

    def send(self, message, *addr, **kwargs):
        asyncio.get_running_loop().call_later(slow.get(message.unit_id, 0), lambda: self.answer(message, *addr, **kwargs))

    def answer(self, message, *addr, **kwargs):
        global garbage, trail
        if garbage > 0:
            garbage -= 1
            self._send_(NOISE.randbytes(40))
            return
        super().send(message, *addr, **kwargs)
        if trail > 0:
            trail -= 1
            self._send_(NOISE.randbytes(12))


class TcpHandler(Steered, ModbusConnectedRequestHandler):
    pass


class SerialHandler(Steered, ModbusSingleRequestHandler):
    pass


def obey(line, context):
    global garbage, trail
    word, *rest = line.split()
    if word == "set":
        context[int(rest[0])].setValues(TABLES[rest[1]], int(rest[2]), [int(value) for value in rest[3:]])
    elif word == "get":
        values = context[int(rest[0])].getValues(TABLES[rest[1]], int(rest[2]), int(rest[3]))
        return " ".join(str(int(value)) for value in values)
    elif word == "slow":
        slow[int(rest[0])] = float(rest[1])
    elif word == "fail":
        fail[int(rest[0])] = (int(rest[1]), int(rest[2]))
    elif word == "garbage":
        garbage = int(rest[0])
    elif word == "trail":
        trail = int(rest[0])
    elif word == "count":
        return str(count.get(int(rest[0]), 0))
    else:
        raise ValueError(line)
    return "ok"


async def listen(context, port):
    # Not a port of outgoing connections: it must still be free when a killed peer is started again.
    for candidate in [port] if port else random.SystemRandom().sample(range(20000, 32000), 50):
        server = ModbusTcpServer(context, address=("127.0.0.1", candidate), handler=TcpHandler, allow_reuse_address=True, ignore_missing_slaves=True)
        task = asyncio.create_task(server.serve_forever())
        await asyncio.wait({task, server.serving}, return_when=asyncio.FIRST_COMPLETED)
        if server.serving.done():
            return server, task
    sys.exit("no port is free")


async def main():
    def block():
        return ModbusSequentialDataBlock(0, [0] * 200)

    units = {unit: ModbusSlaveContext(di=block(), co=block(), hr=block(), ir=block(), zero_mode=True) for unit in (1, 2, 3)}
    context = ModbusServerContext(slaves=units, single=False)
    if sys.argv[1] == "tcp":
        server, task = await listen(context, int(sys.argv[2]))
        port = server.server.sockets[0].getsockname()[1]
    else:
        server = ModbusSerialServer(context, framer=ModbusRtuFramer, port=sys.argv[1], baudrate=9600, timeout=1, handler=SerialHandler,
                                    ignore_missing_slaves=True)
        await server.start()
        task, port = None, 0
    print("ready", port, flush=True)
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := (await lines.readline()).decode().strip():
        print(obey(line, context), flush=True)
    os._exit(0)


asyncio.run(main())
