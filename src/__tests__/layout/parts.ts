/**
 * The parts of the plugin, top layer first. A part may import from lower layers
 * only, not from its own. A part is a folder, or a file that is in none.
 */
export const LAYERS = [
  ["src/admin"],
  ["admin"],
  ["api", "subscribers", "jobs", "workflows/index.ts"],
  ["workflows/handlers.ts"],
  ["workflows/shortage", "workflows/delivery-window"],
  ["workflows/follow-up", "links", "policies"],
  ["workflows/desk"],
  ["modules/follow-up", "modules/shortage", "modules/delivery-window"],
  ["desk", "postgres"],
  ["shop"],
  ["refusals"],
  ["business-time", "clock.ts", "money.ts"],
]

/** The same for the parts of the follow-up module. */
export const MODULE_LAYERS = [
  ["index.ts"],
  ["service.ts"],
  ["models", "migrations", "options", "timers", "reconciler", "opening"],
  ["canned-answers", "notices", "queue"],
  ["task"],
  ["contact"],
  ["rules"],
  ["scripts", "tables.ts"],
]

/** Folders whose subfolders are the parts. */
const PARENTS = ["workflows", "modules"]

/** The part that a file belongs to, or null outside `src/` and `admin/`. */
export function partOf(file: string): string | null {
  const [top, part, inner] = file.split("/")
  if (top === "admin" || !part) {
    return top === "admin" ? "admin" : null
  }
  if (top !== "src") {
    return null
  }
  if (part === "admin") {
    return "src/admin"
  }
  return inner && PARENTS.includes(part) ? `${part}/${inner}` : part
}

const FOLLOW_UP = "src/modules/follow-up/"

/** The part of the follow-up module that a file belongs to, or null. */
export function modulePartOf(file: string): string | null {
  const [part] = file.slice(FOLLOW_UP.length).split("/")
  return file.startsWith(FOLLOW_UP) && part ? part : null
}
