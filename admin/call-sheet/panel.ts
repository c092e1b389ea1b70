import type { OutcomeAction } from "../task/outcome-actions"

/** What the foot of the call sheet asks; null while it offers the outcomes. */
export type Panel =
  | { asks: "phone" | "time"; action: OutcomeAction }
  | { asks: "wait" | "cancel" | "cancel_order" | "assign" | "note" }
  | null

export function panelFor(action: OutcomeAction): Panel {
  return action.asks && { asks: action.asks, action }
}

/** An outcome that was chosen outside the sheet, and still asks something. */
export type AskedOutcome = { taskId: string; action: OutcomeAction }
