import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type CalendarScope,
  findCalendar,
  FOLLOW_UP_MODULE,
  type RuleChange,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { Refusal } from "../../refusals"
import { referenceNames } from "../../shop/bound-records"

const NAMED: Record<CalendarScope, string> = {
  sales_channel: "sales channel with this id",
  stock_location: "stock location with this id",
  region: "region with this id",
  task_type: "task type with this name",
}

/**
 * Refuses to bind a calendar to a record that does not exist. Existing bindings
 * may stay, even if their record has been deleted since.
 *
 * @throws Refusal that says which one it is, and for an unknown calendar
 */
export async function checkBindings(
  change: RuleChange,
  container: MedusaContainer
): Promise<void> {
  if (change.kind !== "update_calendar" || !change.bindings) {
    return
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const { types } = followUp.settings
  const book = await followUp.readRuleBook(clockOf(container).now())
  const { id } = findCalendar(change.id, book)
  const bound = book.bindings.filter(({ calendar_id }) => calendar_id === id)
  const nameOf = await referenceNames(change.bindings, container)
  change.bindings.forEach((target, index) => {
    const { scope, reference_id } = target
    const isThere =
      scope === "task_type"
        ? types.has(reference_id)
        : nameOf(target) !== undefined
    const isBound = bound.some(
      (binding) =>
        binding.scope === scope && binding.reference_id === reference_id
    )
    if (!isThere && !isBound) {
      throw new Refusal(
        "unknown_binding",
        { was: reference_id, scope, what: NAMED[scope] },
        ["bindings", index, "reference_id"]
      )
    }
  })
}
