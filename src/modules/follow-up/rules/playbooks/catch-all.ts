import { triggeredBy } from "./triggered-by"
import type { Playbook } from "./playbook"
import type { Conditions } from "../../../../desk/playbook"
import { isSameDefinition } from "../same-definition"

type CatchAll = {
  /** What every order gets that no other matches; null where it opens no task. */
  playbook: Playbook | null
  /** Asked before it: they take the orders that they match. */
  before: Playbook[]
}

/**
 * The playbook for an order of which nothing is known but the type of its task:
 * the first that is switched on and has no conditions, or no others than the
 * type's own, which only say which orders are of that type. Those that no order
 * opens a task under are asked only where no other playbook is there.
 *
 * @param playbooks in the order in which they are asked
 * @param own the conditions of the playbook that the type came with
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
 * Whether a playbook takes the orders that no other of its type matches, as long
 * as none before it does.
 *
 * @param own the conditions of the playbook that the type came with
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
