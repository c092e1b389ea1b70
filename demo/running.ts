import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { z } from "@medusajs/framework/zod"
import { commandLine } from "./command-line"

const schema = z.object({ pid: z.number(), url: z.string() })

function read(file: string): z.infer<typeof schema> | undefined {
  if (!existsSync(file)) {
    return undefined
  }
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return undefined
  }
}

/**
 * Locks the demo's folder for this process, so that two demos never share a
 * database.
 *
 * @returns a function that releases it
 * @throws if another demo is using it
 */
export function takeFolder(file: string, url: string): () => void {
  const other = read(file)
  if (other && commandLine(other.pid).includes("demo/start")) {
    throw new Error(
      `This demo already runs at ${other.url} (process ${other.pid}). Stop it first: Ctrl-C where it runs, or kill ${other.pid}`
    )
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, url }))
  return () => rmSync(file, { force: true })
}
