import type { MedusaContainer } from "@medusajs/framework/types"
import type { RuleChange } from "../../modules/follow-up"
import { checkBindings } from "./check-bindings"
import { checkNamedRecords } from "./check-named-records"

/**
 * Refuses a rule change that names records that do not exist.
 *
 * @throws Refusal that says which one it is, and for an unknown calendar
 */
export async function checkRuleChange(
  change: RuleChange,
  container: MedusaContainer
): Promise<void> {
  await checkBindings(change, container)
  await checkNamedRecords(change, container)
}
