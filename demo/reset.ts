import { rmSync } from "node:fs"
import { join } from "node:path"

/**
 * Everything that the demo creates, and nothing that a concurrent test creates.
 */
const made = [
  "postgres",
  "store",
  "dashboard",
  "config",
  "medusa.log",
  "dashboard.log",
  "store.json",
]

/**
 * Deletes everything that earlier demos left in their folder.
 *
 * @throws if a file cannot be deleted, with what to do
 */
export function resetFolder(folder: string): void {
  for (const name of made) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch (error) {
      throw new Error(
        `${join(folder, name)} cannot be removed (${error instanceof Error ? error.message : error}). ` +
          "If another user ran the demo here, run it as that user or remove the folder yourself."
      )
    }
  }
}
