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

/** The same for the parts of each module. */
export const MODULE_LAYERS: Readonly<Record<string, string[][]>> = {
  "follow-up": [
    ["index.ts"],
    ["service.ts"],
    ["models", "migrations", "options", "timers", "reconciler", "opening"],
    ["canned-answers", "notices", "queue"],
    ["task"],
    ["contact"],
    ["rules"],
    ["scripts", "tables.ts"],
  ],
  shortage: [
    ["index.ts"],
    ["service.ts"],
    ["models", "migrations"],
    ["candidates", "choosing", "offer", "settlement"],
    ["alternatives", "noticing"],
    ["tables.ts"],
  ],
  "delivery-window": [
    ["index.ts"],
    ["service.ts"],
    ["models", "migrations", "health.ts"],
    ["tracking", "windows"],
    ["promises"],
    ["booking"],
    ["tables.ts", "window.ts"],
  ],
}

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

/** Tells the part of a module that a file belongs to, or null. */
export const partsOf =
  (module: string) =>
  (file: string): string | null => {
    const folder = `src/modules/${module}/`
    const [part] = file.slice(folder.length).split("/")
    return file.startsWith(folder) && part ? part : null
  }
