import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs"
import { join } from "node:path"

/**
 * Fills a store's node_modules with another's packages: by hard links if the
 * file system supports them, else by copies. That is safe because npm never
 * writes into a package's files but replaces them. npm's lock file, which it
 * does write to, is copied; the caches of tools are left out.
 */
export function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const { name } of readdirSync(from, { withFileTypes: true })) {
    if (name === ".package-lock.json") {
      copyFileSync(join(from, name), join(to, name))
    } else if (name === ".bin" || !name.startsWith(".")) {
      linkFolder(join(from, name), join(to, name))
    }
  }
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      linkFolder(source, target)
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target)
    } else {
      linkFile(source, target)
    }
  }
}

function linkFile(source: string, target: string): void {
  try {
    linkSync(source, target)
  } catch {
    copyFileSync(source, target)
  }
}
