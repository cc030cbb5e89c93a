// An ONVIF client by others (npm onvif) against a device: prints one JSON object a line. The login comes as JSON on standard input.
'use strict';
const { Cam } = require('onvif');

const say = (what, data) => console.log(JSON.stringify({ what, ...data }));
const fail = (error) => {
  say('error', { text: String(error && error.message || error) });
  process.exit(1);
};

process.stdin.once('data', (line) => {
  const { hostname, port, username, password } = JSON.parse(line);
  const cam = new Cam({ hostname, port, username, password, timeout: 20000 }, (error) => {
    if (error) fail(error);
    say('connected', { profiles: cam.profiles.map((profile) => profile.$.token) });
    cam.getStreamUri({ protocol: 'RTSP', profileToken: 'sub' }, (error, stream) => {
      if (error) fail(error);
      say('stream', { uri: stream.uri });
      cam._request({
        service: 'deviceIO',
        body: cam._envelopeHeader() +
          '<SetRelayOutputState xmlns="http://www.onvif.org/ver10/device/wsdl"><RelayOutputToken>R1</RelayOutputToken><LogicalState>active</LogicalState></SetRelayOutputState>' +
          cam._envelopeFooter(),
        url: { hostname, port, path: '/onvif/deviceio_service' },
      }, (error) => {
        if (error) fail(error);
        say('driven', {});
        cam.on('event', (message) => say('event', {
          topic: message.topic._,
          token: message.message.message.source.simpleItem.$.Value,
          level: message.message.message.data.simpleItem.$.Value,
        }));
        cam.on('eventsError', fail);
      });
    });
  });
});
process.stdin.on('end', () => process.exit(0));
