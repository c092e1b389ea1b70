import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { runInThisContext } from "node:vm"

/**
 * Not a mock: the real polyfill, from the script that the same package
 * publishes for browsers. Jest cannot `require` an ES module before Node 24.9,
 * and takes this file by its name wherever a test, in whatever room, leads to
 * `temporal-polyfill`.
 *
 * The script installs what it defines; here it is given a global object and an
 * `Intl` of its own to do so, and no test finds either changed. It runs outside
 * Jest's sandbox, in which looking up a global such as `Math` is slow.
 */
const script = join(dirname(require.resolve("temporal-polyfill")), "global.js")

const install: (globalThis: object, Intl: object) => void = runInThisContext(
  `(function (globalThis, Intl) {
    ${readFileSync(script, "utf8")}
    delete Date.prototype.toTemporalInstant
  })`,
  { filename: script }
)

const ownGlobal = { process, Temporal: undefined }
install(ownGlobal, Object.create(Intl))

module.exports = { Temporal: ownGlobal.Temporal }
