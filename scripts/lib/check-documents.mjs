// Prints `bad<TAB>what` for each document that is wrong and `ok<TAB>count` for the rest.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { createRequire } from "node:module";

const root = resolve(process.argv[2]);
const require = createRequire(join(root, "package.json"));
const skipped = new Set(["node_modules", "bin", "obj", ".git", ".state", "var", "TestResults", "BenchmarkDotNet.Artifacts"]);
let good = 0;
const bad = (text) => console.log(`bad\t${text}`);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}

function parse(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    bad(`${relative(root, path)}: not JSON: ${error.message}`);
    return undefined;
  }
}

// Every JSON file directly in `folder` that is no schema itself fits `schemaFile`.
function checkAgainst(schemaFile, folder) {
  if (!existsSync(schemaFile)) return;
  const schema = parse(schemaFile);
  if (schema === undefined) return;
  const module = require(String(schema.$schema).includes("2020-12") ? "ajv/dist/2020.js" : "ajv");
  const validate = new (module.default ?? module)({ allErrors: true, strict: false }).compile(schema);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith("schema.json"))) {
    const path = join(folder, name);
    const document = parse(path);
    if (document === undefined) continue;
    if (validate(document)) good++;
    else for (const error of validate.errors) bad(`${relative(root, path)}${error.instancePath}: ${error.message}`);
  }
}

function checkLinks(path) {
  const text = readFileSync(path, "utf8").replace(/```[\s\S]*?```/g, "");
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/i.test(target) || target.startsWith("#")) continue;
    const file = join(dirname(path), decodeURI(target.split("#")[0]));
    if (existsSync(file)) good++;
    else bad(`${relative(root, path)}: the link ${target} leads nowhere`);
  }
}

// Tests keep broken documents on purpose.
for (const path of files(root)) {
  if (path.endsWith(".json") && !relative(root, path).startsWith("tests/") && statSync(path).size < 5_000_000) {
    if (parse(path) !== undefined) good++;
  } else if (path.endsWith(".md")) {
    checkLinks(path);
  }
}

const hardware = join(root, "hw-configs");
checkAgainst(join(hardware, "schema.json"), hardware);
checkAgainst(join(hardware, "scenario-schema.json"), join(hardware, "scenarios"));
console.log(`ok\t${good}`);
