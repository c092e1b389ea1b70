import { transformFile } from "@swc/core"
import { cpSync, readdirSync, rmSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join, relative } from "node:path"
import { root } from "../root"

/** What a running store does not need: the dashboard is built separately. */
const leftOut = /^src[\\/]admin[\\/]|[\\/]__tests__[\\/]|\.d\.ts$/

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".ts") && !leftOut.test(path))
    .map((path) => join(root, path))
}

/**
 * Compiles one file to JavaScript, at the same relative path in the store's
 * folder.
 *
 * @returns the path of the JavaScript file
 */
export async function compileTo(
  store: string,
  source: string
): Promise<string> {
  const { code } = await transformFile(source, {
    module: { type: "commonjs" },
    sourceMaps: "inline",
    swcrc: false,
    jsc: {
      target: "es2021",
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  })
  const output = join(store, relative(root, source).replace(/\.ts$/, ".js"))
  await mkdir(dirname(output), { recursive: true })
  await writeFile(output, code)
  return output
}

/**
 * Compiles the server, the configuration and the seed to JavaScript in the
 * store's folder, with the layout of `medusa build`, and copies the pictures to
 * where Medusa serves them as /static. Types are not checked. It takes a
 * fraction of a second, so it runs at every start.
 *
 * @param bare - without the plugin
 */
export async function compileStore(
  store: string,
  bare: boolean
): Promise<void> {
  for (const stale of ["src", "demo", "static"]) {
    rmSync(join(store, stale), { recursive: true, force: true })
  }
  const sources = [
    join(root, "medusa-config.ts"),
    ...(bare ? [] : sourcesIn("src")),
    ...sourcesIn(join("demo", "seed")),
  ]
  await Promise.all(sources.map((source) => compileTo(store, source)))
  cpSync(join(root, "package.json"), join(store, "package.json"))
  cpSync(join(root, "demo", "seed", "pictures"), join(store, "static"), {
    recursive: true,
  })
}
