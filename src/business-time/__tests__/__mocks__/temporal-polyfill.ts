import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"

/**
 * Not a mock: the real polyfill, from the script that the same package
 * publishes for browsers. Jest cannot `require` an ES module before Node 24.9
 * and picks this file up by its name wherever a test, of whatever room, leads
 * to `temporal-polyfill`.
 */
const script = join(dirname(require.resolve("temporal-polyfill")), "global.js")
new Function(readFileSync(script, "utf8"))()

module.exports = { Temporal: Reflect.get(globalThis, "Temporal") }
