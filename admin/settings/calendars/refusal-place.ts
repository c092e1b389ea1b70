import { WEEKDAYS, type Weekday } from "../../../src/business-time/definition"
import { Refused } from "../../api/refused"
import type { Text } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"

/** The part of the page that a refusal refers to. */
export type RefusalPlace =
  | { part: "name" }
  | { part: "time_zone" }
  | { part: "week"; day: Weekday | null }
  /** `index`: in the list of exceptions that was sent. */
  | { part: "exceptions"; index: number | null }
  | { part: "bindings" }
  | { part: "page" }

export type Refusal = { place: RefusalPlace; message: string }

export function refusalOf(t: Text, error: unknown): Refusal {
  return { place: placeOf(error), message: refusalText(t, error) }
}

function placeOf(error: unknown): RefusalPlace {
  const path = error instanceof Refused ? error.path : []
  const [part, key] = path[0] === "definition" ? path.slice(1) : path
  switch (part) {
    case "weekly":
      return { part: "week", day: WEEKDAYS.find((day) => day === key) ?? null }
    case "exceptions":
      return { part, index: typeof key === "number" ? key : null }
    case "name":
    case "time_zone":
    case "bindings":
      return { part }
    default:
      return { part: "page" }
  }
}
