import { readdirSync, readFileSync, statSync } from "node:fs"
import { builtinModules } from "node:module"
import { join, posix } from "node:path"
import { gzipSync } from "node:zlib"
import { z } from "@medusajs/framework/zod"

const names = z.record(z.string(), z.string()).default({})

const manifestSchema = z.object({
  dependencies: names,
  peerDependencies: names,
})

/** The package as unpacked by npm. */
export class PublishedFiles {
  readonly paths: string[]

  constructor(private readonly folder: string) {
    this.paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => path.replaceAll("\\", "/"))
      .sort()
  }

  /** The names of the files in a folder, without its subfolders. */
  matching(pattern: RegExp): string[] {
    return this.paths.filter((path) => pattern.test(path))
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), "utf8")
  }

  gzippedBytes(path: string): number {
    return gzipSync(this.text(path)).length
  }

  /** A file, and what it imports of the package's own, without delay. */
  loadedWith(path: string, loaded = new Set<string>()): Set<string> {
    if (!loaded.has(path)) {
      loaded.add(path)
      for (const [, name = ""] of this.text(path).matchAll(
        /^import [^"]*"(\.[^"]+)"/gm
      )) {
        this.loadedWith(posix.join(posix.dirname(path), name), loaded)
      }
    }
    return loaded
  }

  /** The packages that its code imports but its package.json does not list. */
  undeclared(): string[] {
    const { dependencies, peerDependencies } = manifestSchema.parse(
      JSON.parse(this.text("package.json"))
    )
    const declared = new Set([
      ...Object.keys(dependencies),
      ...Object.keys(peerDependencies),
      ...builtinModules,
    ])
    const imported = this.matching(/\.m?js$/).flatMap((path) => [
      ...this.text(path).matchAll(
        /(?:\brequire\(|\bfrom |\bimport\()"((?:node:|@[\w-]+\/)?[a-z][\w./-]*)"/g
      ),
    ])
    const packages = imported.map(([, name = ""]) =>
      name
        .replace(/^node:/, "")
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/")
    )
    return [...new Set(packages)].filter((name) => !declared.has(name))
  }
}
