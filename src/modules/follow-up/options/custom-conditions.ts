import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CONDITION_FIELDS,
  type ConditionField,
  customField,
} from "../rules/playbooks/conditions"
import { type ConditionFacts } from "../../../shop/condition-facts"

/** What a condition of the shop's own is asked about. */
export type CustomConditionFacts = ConditionFacts & {
  /** Null where a customer triggers the task. */
  order_id: string | null
  customer_id: string | null
}

/** A condition that the shop's own code answers. */
export type ConditionHandler = {
  /** By language, for the settings pages. */
  label: Readonly<Record<string, string>>
  /**
   * Asked for each new order or customer that may open a task, and perhaps more
   * than once. Where it throws, or takes longer than three seconds, it is asked
   * again once a minute.
   */
  evaluate(
    facts: CustomConditionFacts,
    container: MedusaContainer
  ): boolean | Promise<boolean>
}

export type ConditionHandlers = Readonly<Record<string, ConditionHandler>>

/** Where the shop's own code registers its conditions in the container. */
export const FOLLOW_UP_CONDITIONS = "followUpConditions"

/** The conditions of the options, and those that the container has, by name. */
export function conditionsOf(
  container: Pick<MedusaContainer, "resolve">,
  { conditions }: { conditions: ConditionHandlers }
): ConditionHandlers {
  return {
    ...conditions,
    ...container.resolve<ConditionHandlers | undefined>(FOLLOW_UP_CONDITIONS, {
      allowUnregistered: true,
    }),
  }
}

/** What a condition may be about in this shop, the plugin's own fields first. */
export function conditionFieldsOf(
  handlers: ConditionHandlers
): ConditionField[] {
  return [
    ...CONDITION_FIELDS,
    ...Object.entries(handlers).map(([name, { label }]) =>
      customField(name, { ...label })
    ),
  ]
}
