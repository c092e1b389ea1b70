import { defineConfig } from "vite"

/**
 * Read by `medusa plugin:build` only, which gives chunks no file extension. A
 * store's Tailwind scans only files ending in .js, so the classes of the
 * settings pages would be missing.
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
