import { KINDS } from "../../../../../desk"
import { deskOf } from "../../settings"
import { DEFAULT_PLAYBOOKS } from "../../../__tests__/plugin-desk"
import {
  PLAIN_PLAYBOOK,
  type PlaybookDefinition,
} from "../../../../../desk/playbook"
import type { PlaybookVocabulary } from "../playbook-vocabulary"
import type { Playbook } from "../playbook"

export const KNOWN: PlaybookVocabulary = {
  ...deskOf([
    ...KINDS,
    {
      kind: "verify_payment",
      task_types: [
        {
          type: "verify_payment",
          label: { en: "Verify the payment" },
          outcomes: [
            { outcome: "paid", label: { en: "Paid" }, group: "reached" },
          ],
        },
      ],
      conditions: [
        { condition: "is_vip", label: { en: "A VIP" }, kind: "boolean" },
      ],
      escalation_actions: [{ action: "ring_the_bell" }],
    },
  ]),
  calendar_ids: ["fucal_week", "fucal_night"],
}

/** The playbook that confirms orders, as it comes. */
export const CONFIRM_ORDER: PlaybookDefinition =
  DEFAULT_PLAYBOOKS.confirm_order ?? PLAIN_PLAYBOOK

export function aPlaybook(set: Partial<Playbook> = {}): Playbook {
  return {
    id: "fuplay_1",
    version: 1,
    type: "confirm_order",
    name: "Standard",
    definition: CONFIRM_ORDER,
    enabled: true,
    position: 0,
    is_seeded: false,
    is_edited: false,
    ...set,
  }
}
