import { existsSync, readdirSync, statSync } from "node:fs"
import { join, posix } from "node:path"

export const root = join(__dirname, "../../..")

const CODE = /\.(tsx?|mjs|cjs)$/
const TEST = /(^|\/)__tests__\/|^integration-tests\//
/** They measure a module's internals, as its unit tests check them. */
const BENCHMARK = /^benchmarks\//

/** All files in some folders, as paths from the repository's root. */
export function filesBelow(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), {
        recursive: true,
        encoding: "utf8",
      }).map((path) => posix.join(folder, path.replaceAll("\\", "/")))
    )
    .filter((path) => statSync(join(root, path)).isFile())
    .sort()
}

/** The code in some folders, without tests and benchmarks. */
export function production(...folders: string[]): string[] {
  return filesBelow(...folders).filter(
    (path) => CODE.test(path) && !TEST.test(path) && !BENCHMARK.test(path)
  )
}

const isFile = (path: string) =>
  existsSync(join(root, path)) && statSync(join(root, path)).isFile()

/**
 * Resolves a relative import to a path from the repository's root.
 *
 * @throws if there is no such file
 */
export function resolveImport(file: string, written: string): string {
  const path = posix.join(posix.dirname(file), written)
  const found = ["", ".ts", ".tsx", ".d.ts", "/index.ts", "/index.tsx"]
    .map((ending) => path + ending)
    .find(isFile)
  if (!found) {
    throw new Error(`${file} imports ${written}, which does not exist`)
  }
  return found
}
