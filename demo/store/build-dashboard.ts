import * as bundler from "@medusajs/admin-bundler"
import { Compiler } from "@medusajs/framework/build-tools"
import { logger } from "@medusajs/framework/logger"
import { root } from "../root"

/**
 * Runs the dashboard part of `medusa build` into the given folder. The command
 * itself would write to .medusa/server, which the package uses.
 */
async function build(folder: string): Promise<boolean> {
  const compiler = new Compiler(root, logger)
  const config = await compiler.loadTSConfigFile()
  if (!config) {
    return false
  }
  config.options.outDir = folder
  return compiler.buildAppFrontend(false, config, bundler)
}

const folder = process.argv[2]
if (!folder) {
  throw new Error("Say which folder to build into")
}
build(folder).then((succeeded) => process.exit(succeeded ? 0 : 1))
