import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_EXTENSIONS,
  type FollowUpExtension,
} from "../../src/desk/handlers"
import type { TestShop } from "./test-shop"

/**
 * Adds extensions to the shop's container as other plugins do. They replace
 * those that a test added before.
 */
export function extendShop(
  { container }: Pick<TestShop, "container">,
  ...extensions: FollowUpExtension[]
): void {
  forgetAdded(container)
  for (const extension of extensions) {
    container.registerAdd(FOLLOW_UP_EXTENSIONS, asValue(extension))
  }
}

/** Medusa's container keeps added values in an array under another name. */
function forgetAdded(container: MedusaContainer): void {
  const added = container.resolve<unknown[] | undefined>(
    `${FOLLOW_UP_EXTENSIONS}_STORE`,
    { allowUnregistered: true }
  )
  added?.splice(0)
}

/** An extension with one condition of the kind `boolean`. */
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

/** An extension with one escalation action. */
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
