import type { Judgement } from "../task/open-request"
import type { SafetyFacts } from "./safe-orders"

/** The facts that decide whether a task is opened, and under which playbook. */
export type OpeningFacts = Judgement["facts"] & {
  /** The location that the parcel is sent from, by its shipping option. */
  stock_location_id: string | null
  /** Null if no playbook asks whether the order is safe. */
  safety: SafetyFacts | null
}
