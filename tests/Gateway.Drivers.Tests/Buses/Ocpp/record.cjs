// Records what ocpp-rpc's client says and hears, as JSON lines, for the tests that play it back.
// node record.cjs ws://127.0.0.1:PORT/ocpp ID SCENE < password   (the explicit tests OcppRecordingTests.Record_anew call it)
// Times are those of 1 June 2026, where the tests stand; transaction ids are as the gateway gave them.
'use strict';
const fs = require('fs');
const { RPCClient } = require('ocpp-rpc');

const [endpoint, identity, scene] = process.argv.slice(2);
const password = fs.readFileSync(0, 'utf8').trim();
const client = new RPCClient({ endpoint, identity, password, protocols: ['ocpp1.6'], strictMode: scene !== 'refusals', reconnect: false });
client.on('message', ({ message, outbound }) =>
    process.stdout.write(JSON.stringify({ from: outbound ? 'charger' : 'gateway', frame: String(message) }) + '\n'));
client.handle(() => ({ status: 'Accepted' }));
const at = (hour, minute) => new Date(Date.UTC(2026, 5, 1, hour, minute)).toISOString();
const call = (action, params) => client.call(action, params);
const boot = () => call('BootNotification', {
    chargePointVendor: 'Maker', chargePointModel: 'Shed 10', chargePointSerialNumber: 'S-0001', firmwareVersion: '1.4.2', meterType: 'DDS',
});
const status = (connectorId, value, errorCode = 'NoError') => call('StatusNotification', { connectorId, errorCode, status: value, timestamp: at(8, 0) });
const meter = (connectorId, transactionId, hour, minute, watts, register) => call('MeterValues', {
    connectorId, transactionId,
    meterValue: [{
        timestamp: at(hour, minute),
        sampledValue: [
            { value: String(register), context: 'Sample.Periodic', measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
            { value: String(watts), context: 'Sample.Periodic', measurand: 'Power.Active.Import', unit: 'W' },
            { value: '0.8', measurand: 'Current.Import', unit: 'A', phase: 'L1' },
            { value: '33.5', measurand: 'Temperature', unit: 'Celcius', location: 'Outlet' },
        ],
    }],
});

const scenes = {
    async charge() {
        await boot();
        await status(0, 'Available');
        await status(1, 'Preparing');
        await call('Authorize', { idTag: 'CARD-7' });
        const { transactionId } = await call('StartTransaction', { connectorId: 1, idTag: 'CARD-7', meterStart: 10200, timestamp: at(7, 59) });
        await status(1, 'Charging');
        await meter(1, transactionId, 7, 59, 176.4, 10205);
        await call('Heartbeat', {});
        await call('StopTransaction', { transactionId, idTag: 'CARD-7', meterStop: 10812, timestamp: at(8, 0), reason: 'EVDisconnected' });
        await status(1, 'Available');
    },
    async backlog() {
        await boot();
        const start = { connectorId: 3, idTag: 'CARD-9', meterStart: 0, timestamp: at(1, 12) };
        await call('StartTransaction', start);
        await call('StartTransaction', start);
        await meter(3, -1, 2, 0, 120, 96);
        const stop = { transactionId: -1, idTag: 'CARD-9', meterStop: 540, timestamp: at(5, 40), reason: 'Local' };
        await call('StopTransaction', stop);
        await call('StopTransaction', stop);
    },
    async faults() {
        await boot();
        await status(2, 'Faulted', 'GroundFailure');
        await status(2, 'Faulted', 'HighTemperature');
        await call('DataTransfer', { vendorId: 'Maker', messageId: 'SmokeAlarm', data: '{"connectorId":2,"smoke":true}' });
        await call('DataTransfer', { vendorId: 'Maker', messageId: 'Weather', data: 'fine' });
        await call('DiagnosticsStatusNotification', { status: 'Idle' });
        await call('FirmwareStatusNotification', { status: 'Idle' });
    },
    async refusals() {
        const fail = (action, params) => call(action, params).catch(() => undefined);
        await fail('NoSuchAction', {});
        await fail('Authorize', {});
        await fail('Authorize', { idTag: 'a tag of more than twenty characters' });
        await fail('DataTransfer', { vendorId: 7 });
        await fail('StartTransaction', { idTag: 'CARD-7' });
        await fail('StopTransaction', {});
        await fail('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Dancing' });
    },
};

client.connect().then(scenes[scene]).then(() => client.close()).then(() => process.exit(0), error => { console.error(error); process.exit(1); });
