import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import type { CalendarBinding } from "../../../../modules/follow-up/rules/calendar"
import type FollowUpModuleService from "../../../../modules/follow-up/service"
import type { CalendarScope } from "../../../../modules/follow-up/vocabulary"
import { type Reference, referenceNames } from "./references"

const NAMED: Record<CalendarScope, string> = {
  sales_channel: "sales channel",
  stock_location: "stock location",
  region: "region",
  task_type: "task type",
}

/**
 * Refuses to bind a calendar to what the shop does not have. What is bound
 * already may stay, though its record has been deleted since.
 *
 * @throws MedusaError INVALID_DATA that says which one it is
 */
export async function checkBindings(
  wanted: Reference[],
  bound: readonly CalendarBinding[],
  container: MedusaContainer
): Promise<void> {
  const { types } =
    container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE).settings
  const nameOf = await referenceNames(wanted, container)
  wanted.forEach((target, index) => {
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
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `bindings[${index}].reference_id was "${reference_id}"; the shop has no ${NAMED[scope]} with this ${scope === "task_type" ? "name" : "id"}`
      )
    }
  })
}
