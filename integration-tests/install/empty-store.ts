import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "@medusajs/framework/zod"
import { root } from "../../demo/root"
import { linkPackages } from "./link-packages"
import { npm } from "./npm"

const dependencies = [
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/dashboard",
  "@medusajs/framework",
  "@medusajs/medusa",
  "@medusajs/ui",
  "@tanstack/react-query",
  "react-i18next",
  "react-router-dom",
]

const devDependencies = [
  "@swc/core",
  "@types/node",
  "@types/react",
  "@types/react-dom",
  "react",
  "react-dom",
  "typescript",
  "vite",
]

const manifestSchema = z.object({
  devDependencies: z.record(z.string(), z.string()),
})

const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.unknown()),
})

function readRoot<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(root, file), "utf8")))
}

/**
 * The dependencies of create-medusa-app, in the versions used in this
 * repository.
 */
function manifest() {
  const versions = readRoot("package.json", manifestSchema).devDependencies
  const pinned = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name]]))
  return {
    name: "empty-store",
    version: "0.0.1",
    private: true,
    dependencies: pinned(dependencies),
    devDependencies: { ...pinned(devDependencies), "ts-node": "10.9.2" },
  }
}

/**
 * Creates an empty Medusa store in a folder and installs its dependencies.
 *
 * It starts from a copy of this repository's packages and lock file, from which
 * npm removes what the store does not need. Without them, npm takes a minute to
 * resolve versions, and another to unpack the packages.
 */
export async function createEmptyStore(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  cpSync(join(__dirname, "store"), folder, { recursive: true })
  const store = manifest()
  const lock = readRoot("package-lock.json", lockSchema)
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content, null, 2))
  write("package.json", store)
  write("package-lock.json", {
    ...lock,
    name: store.name,
    version: store.version,
    packages: { ...lock.packages, "": store },
  })
  linkPackages(join(root, "node_modules"), join(folder, "node_modules"))
  await npm(["install", "--prefer-offline"], folder)
}
