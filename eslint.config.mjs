import medusa from "@medusajs/eslint-plugin"

export default [
  { ignores: [".medusa/**", ".demo/**", "node_modules/**"] },
  ...medusa.configs.recommended,
  {
    // A MedusaError chooses an HTTP status; these answer to a terminal.
    files: ["*.config.js", "demo/**", "integration-tests/**", "benchmarks/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    // The dashboard brings zod itself; the framework's would be a second copy in the browser.
    files: ["admin/**"],
    rules: { "@medusajs/zod-import-source": "off" },
  },
]
