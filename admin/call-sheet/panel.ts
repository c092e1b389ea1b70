import type { AskedField, OutcomeAction } from "../task/outcome-actions"

/** What the foot of the call sheet asks; null while it offers the outcomes. */
export type Panel =
  | { asks: "fields"; fields: readonly AskedField[]; action: OutcomeAction }
  | { asks: "time"; action: OutcomeAction }
  | { asks: "wait" | "cancel" | "cancel_order" | "assign" | "note" }
  | null

export function panelFor(action: OutcomeAction): Panel {
  if (action.asks === null) {
    return null
  }
  return action.asks === "time"
    ? { asks: "time", action }
    : { asks: "fields", fields: action.asks, action }
}

/** An outcome that was chosen outside the sheet, and still asks something. */
export type AskedOutcome = { taskId: string; action: OutcomeAction }
