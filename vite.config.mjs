import { defineConfig } from "vite"

/**
 * Read by `medusa plugin:build` alone, which names chunks without an ending: a
 * store's Tailwind looks for classes in files that end in .js, and those of
 * the settings pages would be missing.
 */
export default defineConfig({
  plugins: [
    {
      name: "follow-ups:chunk-names",
      outputOptions: (options) => ({
        ...options,
        chunkFileNames: `_chunks/[name].${options.format === "es" ? "mjs" : "js"}`,
      }),
    },
  ],
})
