import { createHash } from "node:crypto"
import { mkdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { showSteps } from "../../demo/progress"
import { root } from "../../demo/root"
import { ownDatabase } from "../shop/own-database"
import { createEmptyStore } from "./empty-store"
import { InstalledStore } from "./installed-store"
import { npm } from "./npm"
import { packPlugin } from "./pack"
import { codeBlock } from "./readme"

export const owner = { email: "owner@shop.example", password: "follow-ups" }

/** The README's example of the options, as the one added line. */
const configLine = codeBlock("ts", "plugins: [").replace(/\s*\n\s*/g, " ")

/** The example in docs/extending.md of adding the store's own kind of work. */
const extending = codeBlock("ts", "// medusa-config.ts\n")
const [extensionImport = ""] = /^import .*$/m.exec(extending) ?? []
const [, extensionOption = ""] = /options: { (.*) },$/m.exec(extending) ?? []

export type Installation = {
  tarball: string
  /** Where npm installed the plugin. */
  plugin: string
  store: InstalledStore
  remove(): Promise<void>
}

/**
 * Outside the repository, so that nothing is found in its node_modules. Always
 * the same folder, so that killed runs leave at most one behind.
 */
function ownFolder(): string {
  const id = createHash("sha256").update(root).digest("hex").slice(0, 8)
  const folder = join(tmpdir(), `follow-ups-install-${id}`)
  rmSync(folder, { recursive: true, force: true })
  return folder
}

/**
 * Installs the plugin into an empty store and starts it, as the README says.
 */
export async function installPlugin(): Promise<Installation> {
  const step = showSteps()
  const folder = ownFolder()
  const packed = join(folder, "packed")
  mkdirSync(packed, { recursive: true })
  const store = new InstalledStore(
    join(folder, "store"),
    await ownDatabase("install")
  )

  const [tarball] = await Promise.all([
    step("Building and packing the plugin", () => packPlugin(packed)),
    step("Installing an empty store", () => createEmptyStore(store.folder)),
  ])
  await step("Installing the plugin", () =>
    npm(["install", "--prefer-offline", tarball], store.folder)
  )
  store.addToConfig(
    configLine.replace("options: {", `options: { ${extensionOption},`),
    extensionImport
  )
  await Promise.all([
    step("Building the store", () => store.medusa("build")),
    step("Migrating", () => store.medusa("db:migrate")).then(() =>
      step("Adding the owner", () =>
        store.medusa("user", "-e", owner.email, "-p", owner.password)
      )
    ),
  ])
  await step("Starting the store", () => store.serve())

  return {
    tarball,
    plugin: join(store.folder, "node_modules", "medusa-plugin-follow-ups"),
    store,
    async remove() {
      await store.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
