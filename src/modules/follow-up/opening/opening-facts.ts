import type { Judgement } from "../task/open-request"
import type { SafetyFacts } from "./safe-orders"

/** What decides under which playbook a task is opened, if under any. */
export type OpeningFacts = Judgement["facts"] & {
  /** Where the parcel is sent from, by its shipping option. */
  stock_location_id: string | null
  /** Null where no playbook asks whether the order is safe. */
  safety: SafetyFacts | null
}
