import type { MedusaContainer } from "@medusajs/framework/types"
import { escalationActionsOf } from "./custom-actions"
import { conditionsOf } from "./custom-conditions"
import type { OwnCode } from "./extension-options"

/** What a shop's own code adds to what a playbook may name. */
export type NamedOwnCode = Pick<OwnCode, "conditions" | "escalation_actions">

/** What the options have of it, and what the container has. */
export function ownCodeOf(
  container: Pick<MedusaContainer, "resolve">,
  options: NamedOwnCode
): NamedOwnCode {
  return {
    conditions: conditionsOf(container, options),
    escalation_actions: escalationActionsOf(container, options),
  }
}
