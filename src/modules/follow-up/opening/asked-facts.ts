import type { ConditionFacts, FactKind } from "../../../shop/condition-facts"
import type { SafeOrderCheck, Trigger } from "../rules/playbooks/playbook"
import { triggeredBy, typesTriggeredBy } from "../rules/playbooks/triggered-by"
import type { RuleBook } from "../rules/rule-book"

/** What the playbooks of a trigger ask, and so what has to be read. */
export type AskedFacts = {
  kinds: ReadonlySet<FactKind>
  /** The checks of safe orders; null where no playbook knows safe orders. */
  checks: ReadonlySet<SafeOrderCheck> | null
  /** The shop's own conditions, by name. */
  own_conditions: readonly string[]
}

const KIND_OF: Readonly<Record<keyof ConditionFacts, FactKind | null>> = {
  order_total: null,
  currency: null,
  sales_channel: null,
  region: null,
  country: null,
  shipping_option: null,
  has_phone: null,
  payment_provider: "payments",
  payment_state: "payments",
  category: "products",
  collection: "products",
  customer_group: "customer_groups",
  customer_kind: "customer_kind",
  completed_orders: "completed_orders",
}

const KINDS_OF_CHECK: Readonly<Record<SafeOrderCheck, readonly FactKind[]>> = {
  paid: ["payments"],
  returning_without_trouble: ["customer_kind"],
  complete_address: [],
  in_stock: ["variants"],
}

/**
 * What has to be read of an order or customer before it is decided under which
 * playbook it opens tasks. A condition of the shop's own is given everything
 * that conditions may be about.
 *
 * @param registered - the names of the shop's own conditions that there are
 */
export function askedFacts(
  trigger: Trigger,
  { playbooks }: Pick<RuleBook, "playbooks">,
  registered: readonly string[]
): AskedFacts {
  const asking = triggeredBy(trigger, playbooks)
  const named = new Set(
    asking.flatMap(({ definition: { conditions } }) =>
      [...conditions.all, ...conditions.any].map(({ field }) => field)
    )
  )
  const own_conditions = registered.filter((name) => named.has(name))
  // Only an order that was just placed may be safe.
  const safe = asking.flatMap(({ type, definition: { safe_orders } }) =>
    trigger === "order_placed" &&
    type === "confirm_order" &&
    safe_orders?.enabled
      ? [safe_orders]
      : []
  )
  const checks = new Set(safe.flatMap(({ checks }) => checks))
  return {
    kinds: new Set([
      ...kindsOf((field) => own_conditions.length > 0 || named.has(field)),
      ...[...checks].flatMap((check) => KINDS_OF_CHECK[check]),
    ]),
    checks: safe.length > 0 ? checks : null,
    own_conditions,
  }
}

/**
 * The types of which a condition of the shop's own decides: where it gave no
 * answer, a task of theirs may be missing beside others.
 */
export function typesWithOwnConditions(
  trigger: Trigger,
  { playbooks }: Pick<RuleBook, "playbooks">,
  registered: readonly string[]
): string[] {
  return typesTriggeredBy(trigger, { playbooks }).filter(
    (type) =>
      askedFacts(
        trigger,
        { playbooks: playbooks.filter((playbook) => playbook.type === type) },
        registered
      ).own_conditions.length > 0
  )
}

function kindsOf(isAsked: (field: string) => boolean): FactKind[] {
  return Object.entries(KIND_OF).flatMap(([field, kind]) =>
    kind && isAsked(field) ? [kind] : []
  )
}
