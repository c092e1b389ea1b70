import { triggeredBy } from "./triggered-by"
import type { Playbook } from "./playbook"
import type { Conditions } from "../../../../desk/playbook"
import { isSameDefinition } from "../same-definition"

type CatchAll = {
  /**
   * The playbook for every order that no other matches; null if such orders
   * open no task.
   */
  playbook: Playbook | null
  /** Playbooks that are tried before it and take the orders that they match. */
  before: Playbook[]
}

/**
 * The playbook for an order of which only the type of its task is known: the
 * first enabled one without conditions, or with only the type's own conditions,
 * which merely say which orders are of that type. Playbooks that no order opens
 * a task under are used only if there is no other.
 *
 * @param playbooks - in the order in which they are tried
 * @param own - the conditions of the type's default playbook
 */
export function catchAllPlaybook(
  type: string,
  playbooks: readonly Playbook[],
  own: Conditions | undefined
): CatchAll {
  const ofType = playbooks.filter(
    (playbook) => playbook.type === type && playbook.enabled
  )
  const forOrders = triggeredBy("order_placed", ofType)
  const asked = forOrders.length > 0 ? forOrders : ofType
  const at = asked.findIndex((playbook) => isUnconditional(playbook, own))
  return {
    playbook: asked[at] ?? null,
    before: at < 0 ? asked : asked.slice(0, at),
  }
}

/**
 * Whether a playbook takes the orders that no other of its type matches, unless
 * an earlier one does.
 *
 * @param own - the conditions of the type's default playbook
 */
export function isCatchAll(
  playbook: Playbook,
  own: Conditions | undefined
): boolean {
  return (
    triggeredBy("order_placed", [playbook]).length > 0 &&
    isUnconditional(playbook, own)
  )
}

/** The type's own conditions only say which orders are of that type. */
function isUnconditional(
  { definition: { conditions } }: Playbook,
  own: Conditions | undefined
): boolean {
  return (
    conditions.all.length + conditions.any.length === 0 ||
    isSameDefinition(conditions, own)
  )
}
