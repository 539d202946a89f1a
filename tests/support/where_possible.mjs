// Runs a test if everything that it needs is installed. Otherwise prints what is missing and exits with status 77, which
// ctest reports as skipped:
//
//     node tests/support/where_possible.mjs TEST.mjs [ARGS...]
//
// A line `// Needs: jq, npm qs` in the test names programs, and packages of tests/package.json.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const skipped = 77;
const packages = fileURLToPath(new URL("../node_modules", import.meta.url));

const isProgram = (name) => process.env.PATH.split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)));
const isThere = (need) =>
  need.startsWith("npm ") ? fs.existsSync(path.join(packages, need.slice("npm ".length))) : isProgram(need);

const test = path.resolve(process.argv[2]);
const [, needs] = /^\/\/ Needs: (.*)$/m.exec(fs.readFileSync(test, "utf8")) ?? [];
const missing = (needs ?? "").split(", ").filter((need) => need !== "" && !isThere(need));
if (missing.length > 0) {
  const hint = missing.some((need) => need.startsWith("npm ")) ? " (npm ci in tests/ installs the packages)" : "";
  console.log(`cannot run without ${missing.join(", ")}${hint}`);
  process.exitCode = skipped;
} else {
  process.argv.splice(1, 2, test);
  await import(pathToFileURL(test).href);
}
