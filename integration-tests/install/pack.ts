import { readdirSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../demo/root"
import { npm } from "./npm"

/**
 * Packs the plugin into a folder as `npm publish` would, with a fresh build.
 * Returns the path of the tarball.
 */
export async function packPlugin(folder: string): Promise<string> {
  await npm(["pack", `--pack-destination=${folder}`], root, {
    // Outside production, Medusa's CLI warns that it cannot load TypeScript.
    NODE_ENV: "production",
  })
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"))
  if (!tarball) {
    throw new Error(`npm pack left no tarball in ${folder}`)
  }
  return join(folder, tarball)
}
