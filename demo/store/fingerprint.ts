import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { root } from "../root"

function filesIn(path: string): string[] {
  if (!existsSync(path)) {
    return []
  }
  if (statSync(path).isFile()) {
    return [path]
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/**
 * A hash of the names and contents of files, to check whether something made
 * from them is up to date.
 *
 * @param paths files and folders, relative to the repository
 * @param only if given, only files whose relative path matches are counted
 */
export function fingerprint(paths: string[], only = /./): string {
  const hash = createHash("sha256")
  const files = paths
    .flatMap((path) => filesIn(join(root, path)))
    .map((file) => relative(root, file))
    .filter((file) => only.test(file))
    .sort()
  for (const file of files) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
  }
  return hash.digest("hex")
}
