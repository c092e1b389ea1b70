import type { PlaybookDefinition } from "../../src/api/admin/follow-ups/playbooks/types"
import type { Playbook } from "../../src/modules/follow-up/rules/playbook"
import type { RuleChange } from "../../src/modules/follow-up/rules/rule-change"
import { changeRulesWorkflow } from "../../src/workflows"
import type { TestShop } from "./test-shop"

async function change(shop: TestShop, change: RuleChange): Promise<void> {
  await changeRulesWorkflow(shop.container).run({
    input: { change, actor_id: null },
  })
}

/** The playbook for calls that the shop begins with. */
export async function confirmPlaybook(shop: TestShop): Promise<Playbook> {
  const { playbooks } = await shop.followUp.readRuleBook(shop.clock.now())
  const confirm = playbooks.find(({ type }) => type === "confirm_order")
  if (!confirm) {
    throw new Error("confirm_order has no playbook")
  }
  return confirm
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

/** A further playbook for calls, which is asked before the one that there is. */
export async function askFirst(
  shop: TestShop,
  { id, name }: { id: string; name: string },
  changes: Partial<PlaybookDefinition>
): Promise<void> {
  const confirm = await confirmPlaybook(shop)
  await change(shop, {
    kind: "create_playbook",
    id,
    type: "confirm_order",
    name,
    enabled: true,
    definition: { ...confirm.definition, ...changes },
  })
  await change(shop, {
    kind: "order_playbooks",
    type: "confirm_order",
    ids: [id, confirm.id],
  })
}
