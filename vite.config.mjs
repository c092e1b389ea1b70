import { defineConfig } from "vite"

/**
 * Read by `medusa plugin:build` only, which gives chunks no file extension. A
 * store's Tailwind scans only files ending in .js, so the classes of the
 * settings pages would be missing. Texts are named after what they are for, as
 * every part has a `uk.json`.
 */
export default defineConfig({
  plugins: [
    {
      name: "follow-ups:chunk-names",
      outputOptions: (options) => ({
        ...options,
        chunkFileNames: ({ name, facadeModuleId }) => {
          const [, part] =
            /\/([\w-]+)\/texts\/\w+\.json$/.exec(facadeModuleId) ?? []
          const file = part ? `${part}-${name}` : name
          return `_chunks/${file}.${options.format === "es" ? "mjs" : "js"}`
        },
      }),
    },
  ],
})
