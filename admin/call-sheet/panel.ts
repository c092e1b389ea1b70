import type { OrderDeed } from "../desk/order/order-deed"
import type { MessageDraft } from "./writing"
import type {
  AskedField,
  OutcomeAction,
  PlaceOfDeed,
} from "../task/outcome-actions"

/** The form in the sheet's footer; null while it shows the outcomes. */
export type Panel =
  | { asks: "fields"; fields: readonly AskedField[]; action: OutcomeAction }
  | { asks: "time"; action: OutcomeAction }
  | { asks: "channel"; action: OutcomeAction }
  | { asks: "write"; draft: MessageDraft | null }
  | { asks: "wait" | "cancel" | OrderDeed | "assign" | "note" }
  | null

/** @returns null for what needs no form */
export function panelFor(action: AskedOutcome["action"]): Panel {
  if (typeof action === "string") {
    return { asks: action }
  }
  if ("section" in action || action.asks === null) {
    return null
  }
  return action.asks === "time" || action.asks === "channel"
    ? { asks: action.asks, action }
    : { asks: "fields", fields: action.asks, action }
}

/**
 * An outcome chosen outside the sheet that needs further input, or where it is
 * done.
 */
export type AskedOutcome = {
  taskId: string
  action: OutcomeAction | OrderDeed | PlaceOfDeed
}
