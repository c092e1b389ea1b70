const suites = {
  unit: [
    "**/src/**/__tests__/**/*.unit.spec.ts",
    "**/admin/**/__tests__/**/*.unit.spec.ts",
    "**/benchmarks/**/__tests__/**/*.unit.spec.ts",
    "**/integration-tests/**/__tests__/**/*.unit.spec.ts",
  ],
  modules: ["**/integration-tests/modules/**/*.spec.ts"],
  http: ["**/integration-tests/http/**/*.spec.ts"],
  faults: ["**/integration-tests/faults/**/*.spec.ts"],
  browser: ["**/integration-tests/browser/**/*.spec.ts"],
  install: ["**/integration-tests/install/**/*.spec.ts"],
}

const suite = process.env.TEST_SUITE ?? "unit"
if (!(suite in suites)) {
  throw new Error(
    `TEST_SUITE is "${suite}"; it may be one of ${Object.keys(suites).join(", ")}`
  )
}

/** One suite per run, chosen by TEST_SUITE, because suites differ in what they start. */
module.exports = {
  displayName: suite,
  testEnvironment: "node",
  // Tests run in a sandbox, where each use of a global is slow. Injecting the
  // globals into each file takes a quarter off the total time.
  sandboxInjectedGlobals: [
    "Array",
    "Boolean",
    "Date",
    "Error",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "Reflect",
    "Set",
    "String",
    "Symbol",
    "WeakMap",
  ],
  testMatch: suites[suite],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          target: "es2021",
        },
      },
    ],
  },
  // Published as ES modules only, which jest cannot require on Node 20.
  transformIgnorePatterns: [
    "/node_modules/(?!(temporal-polyfill|temporal-utils)/)",
  ],
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
}
