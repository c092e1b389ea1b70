import { asValue } from "@medusajs/framework/awilix"
import {
  FOLLOW_UP_EXTENSIONS,
  type FollowUpExtension,
} from "../../src/desk/handlers"
import type { TestShop } from "./test-shop"

/** Has the shop's container hold these extensions, and no others. */
export function extendShop(
  { container }: Pick<TestShop, "container">,
  ...extensions: FollowUpExtension[]
): void {
  container.register(FOLLOW_UP_EXTENSIONS, asValue(extensions))
}

/** An extension of one condition, which is answered with yes or no. */
export function asking(
  condition: string,
  answer: (order_id: string | null) => boolean | Promise<boolean>
): FollowUpExtension {
  return {
    declaration: {
      kind: `asking_${condition}`,
      conditions: [{ condition, label: { en: "A VIP" }, kind: "boolean" }],
    },
    handlers: {
      conditions: {
        [condition]: (asked) =>
          Promise.all(asked.map(({ order_id }) => answer(order_id))),
      },
    },
  }
}

/** An extension of one escalation action. */
export function acting(
  action: string,
  run: (task: { id: string }) => Promise<void>
): FollowUpExtension {
  return {
    declaration: {
      kind: `acting_${action}`,
      escalation_actions: [{ action }],
    },
    handlers: { escalation_actions: { [action]: ({ task }) => run(task) } },
  }
}
