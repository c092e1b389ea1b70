import type { PlaybookDefinition } from "../../src/api/admin/follow-ups/playbooks/types"
import type { Playbook } from "../../src/modules/follow-up/rules/playbooks/playbook"
import type { RuleChange } from "../../src/modules/follow-up/rules/rule-change"
import { changeRulesWorkflow } from "../../src/workflows"
import type { TestShop } from "./test-shop"

async function change(shop: TestShop, change: RuleChange): Promise<void> {
  await changeRulesWorkflow(shop.container).run({
    input: { change, actor_id: null },
  })
}

/** The first playbook for calls. */
export async function confirmPlaybook(shop: TestShop): Promise<Playbook> {
  return await firstPlaybook(shop, "confirm_order")
}

async function firstPlaybook(shop: TestShop, type: string): Promise<Playbook> {
  const { playbooks } = await shop.followUp.readRuleBook(shop.clock.now())
  const first = playbooks.find((playbook) => playbook.type === type)
  if (!first) {
    throw new Error(`${type} has no playbook`)
  }
  return first
}

export async function changeConfirm(
  shop: TestShop,
  changes: Partial<PlaybookDefinition>
): Promise<void> {
  const { id, definition } = await confirmPlaybook(shop)
  await change(shop, {
    kind: "update_playbook",
    id,
    definition: { ...definition, ...changes },
  })
}

/**
 * Adds a playbook before the first one of its type, by default `confirm_order`.
 */
export async function askFirst(
  shop: TestShop,
  {
    id,
    name,
    type = "confirm_order",
  }: { id: string; name: string; type?: string },
  changes: Partial<PlaybookDefinition>
): Promise<void> {
  const first = await firstPlaybook(shop, type)
  await change(shop, {
    kind: "create_playbook",
    id,
    type,
    name,
    enabled: true,
    definition: { ...first.definition, ...changes },
  })
  await change(shop, {
    kind: "order_playbooks",
    type,
    ids: [id, first.id],
  })
}
