import type { MedusaContainer } from "@medusajs/framework/types"
import type { RuleChange } from "../../modules/follow-up"
import { checkBindings } from "./check-bindings"
import { checkNamedRecords } from "./check-named-records"

/**
 * Refuses a change of the rules that names what the shop does not have.
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
