import type { ConditionFacts, FactKind } from "../../../shop/condition-facts"
import type { SafeOrderCheck } from "../../../desk/playbook"
import { triggeredBy, typesTriggeredBy } from "../rules/playbooks/triggered-by"
import { isDeclared } from "../rules/playbooks/conditions"
import type { RuleBook } from "../rules/rule-book"
import type { DeclaredDesk } from "../rules/settings"

/**
 * The facts that the playbooks of a trigger ask for, and that have to be read.
 */
export type AskedFacts = {
  kinds: ReadonlySet<FactKind>
  /** The checks of safe orders; null if no playbook has safe orders. */
  checks: ReadonlySet<SafeOrderCheck> | null
  /** The conditions of extensions, by name. */
  extension_conditions: readonly string[]
}

type AskedDesk = Pick<DeclaredDesk, "types" | "conditions">

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
 * Which facts have to be read of an order or customer before its playbook can
 * be chosen. A condition of an extension gets all the facts that conditions can
 * use.
 *
 * @param desk - the existing task types and conditions
 */
export function askedFacts(
  trigger: string,
  { playbooks }: Pick<RuleBook, "playbooks">,
  { types, conditions }: AskedDesk
): AskedFacts {
  const asking = triggeredBy(trigger, playbooks)
  const named = new Set(
    asking.flatMap(({ definition: { conditions } }) =>
      [...conditions.all, ...conditions.any].map(({ field }) => field)
    )
  )
  const extension_conditions = conditions
    .filter(isDeclared)
    .map(({ field }) => field)
    .filter((field) => named.has(field))
  // Only a newly placed order can be safe.
  const safe = asking.flatMap(({ type, definition: { safe_orders } }) =>
    trigger === "order_placed" &&
    types.get(type)?.has_safe_orders &&
    safe_orders?.enabled
      ? [safe_orders]
      : []
  )
  const checks = new Set(safe.flatMap(({ checks }) => checks))
  return {
    kinds: new Set([
      ...kindsOf(
        (field) => extension_conditions.length > 0 || named.has(field)
      ),
      ...[...checks].flatMap((check) => KINDS_OF_CHECK[check]),
    ]),
    checks: safe.length > 0 ? checks : null,
    extension_conditions,
  }
}

/**
 * The types that depend on a condition of an extension: if it gave no answer,
 * one of their tasks may be missing although there are others.
 */
export function typesWithExtensionConditions(
  trigger: string,
  { playbooks }: Pick<RuleBook, "playbooks">,
  desk: AskedDesk
): string[] {
  return typesTriggeredBy(trigger, { playbooks }).filter(
    (type) =>
      askedFacts(
        trigger,
        { playbooks: playbooks.filter((playbook) => playbook.type === type) },
        desk
      ).extension_conditions.length > 0
  )
}

function kindsOf(isAsked: (field: string) => boolean): FactKind[] {
  return Object.entries(KIND_OF).flatMap(([field, kind]) =>
    kind && isAsked(field) ? [kind] : []
  )
}
