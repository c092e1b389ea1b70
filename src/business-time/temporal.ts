type TemporalPolyfill = typeof import("temporal-polyfill", {
  with: { "resolution-mode": "import" },
})

/**
 * temporal-polyfill is published as an ES module only. Node can `require` one
 * since 20.19, which is the oldest version we run on, but TypeScript's Node16
 * mode refuses to write that `require` for an `import` (error TS1479), so it
 * is written here, once, with the package's own types.
 */
const polyfill: TemporalPolyfill = require("temporal-polyfill")

export const { Temporal } = polyfill
