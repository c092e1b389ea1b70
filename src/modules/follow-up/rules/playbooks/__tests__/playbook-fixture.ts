import { CONDITION_FIELDS, customField } from "../conditions"
import { DEFAULT_PLAYBOOKS, PLAIN_PLAYBOOK } from "../default-playbooks"
import type { PlaybookVocabulary } from "../parse-playbook"
import type { Playbook, PlaybookDefinition } from "../playbook"

export const KNOWN: PlaybookVocabulary = {
  types: ["confirm_order", "complete_contact", "verify_payment"],
  condition_fields: [
    ...CONDITION_FIELDS,
    customField("is_vip", { en: "A VIP" }),
  ],
  custom_actions: ["ring_the_bell"],
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
