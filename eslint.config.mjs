import medusa from "@medusajs/eslint-plugin"

export default [
  { ignores: [".medusa/**", ".demo/**", "node_modules/**"] },
  ...medusa.configs.recommended,
]
