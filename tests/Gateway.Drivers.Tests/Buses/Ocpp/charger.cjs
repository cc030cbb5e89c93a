// A charger made of the independent client ocpp-rpc, driven by JSON lines on standard input; it ends with its input.
// In strict mode the client holds everything that it receives against the official schemas.
'use strict';
const readline = require('readline');
const { RPCClient, NOREPLY, createRPCError } = require('ocpp-rpc');

const say = line => process.stdout.write(JSON.stringify(line) + '\n');
const behaviour = new Map(); // action -> {result} | {error} | {silent: true}
let client;

function connect(options) {
    client = new RPCClient({
        protocols: ['ocpp1.6'],
        strictMode: true,
        reconnect: false,
        callTimeoutMs: 20000,
        ...options,
    });
    client.on('strictValidationFailure', failure => say({ event: 'breach', action: failure.method, error: String(failure.error), outbound: failure.outbound }));
    client.on('badMessage', () => say({ event: 'bad-message' }));
    client.on('close', ({ code, reason }) => say({ event: 'closed', code, reason: String(reason) }));
    client.on('message', ({ message, outbound }) => say({ event: 'frame', outbound, message: String(message) }));
    client.handle(({ method, params }) => {
        say({ event: 'called', action: method, params });
        const answer = behaviour.get(method) ?? { result: { status: 'Accepted' } };
        if (answer.silent) {
            return NOREPLY;
        }

        if (answer.error) {
            throw createRPCError(answer.error, 'told to');
        }

        return answer.result;
    });
    return client.connect();
}

async function obey(command) {
    switch (command.do) {
        case 'connect':
            await connect(command.options);
            return { protocol: client.protocol };
        case 'call':
            return { result: await client.call(command.action, command.params) };
        case 'behave':
            behaviour.set(command.action, command.answer);
            return {};
        case 'raw':
            client.sendRaw(command.text);
            return {};
        case 'close':
            await client.close();
            return {};
        default:
            throw Error('unknown command ' + command.do);
    }
}

readline.createInterface({ input: process.stdin })
    .on('line', line => {
        const command = JSON.parse(line);
        obey(command).then(
            done => say({ event: 'done', id: command.id, ...done }),
            error => say({ event: 'done', id: command.id, error: String(error.rpcErrorCode ?? error.code ?? error.message), words: String(error.message) }));
    })
    .on('close', () => process.exit(0));
say({ event: 'ready' });
