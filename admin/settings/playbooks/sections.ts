import type { PlaybookDefinition } from "../../../src/api/admin/follow-ups/playbooks/types"
import type { ChangeDefinition } from "./draft"

/** The parts of a playbook's page, in their order. */
export const SECTIONS = [
  "name",
  "when",
  "howQuickly",
  "whatToSay",
  "nobodyAnswers",
  "late",
  "whoGetsIt",
  "safeOrders",
] as const
export type Section = (typeof SECTIONS)[number]

/** What every section of a playbook's definition is given. */
export type SectionProps = {
  definition: PlaybookDefinition
  /** What is wrong with it. */
  wrong: readonly string[]
  onChange: ChangeDefinition
}

const SECTION_OF: Record<keyof PlaybookDefinition, Section> = {
  triggers: "when",
  conditions: "when",
  response_target_minutes: "howQuickly",
  response_limit_minutes: "howQuickly",
  resolution_limit_minutes: "howQuickly",
  calendar_id: "howQuickly",
  priority: "howQuickly",
  scripts: "whatToSay",
  retry: "nobodyAnswers",
  escalation: "late",
  assignment: "whoGetsIt",
  safe_orders: "safeOrders",
}

/**
 * The section that a refusal is about: the first field that the server names,
 * as in `definition.escalation[0].action …`. Null where it names none.
 */
export function sectionOfRefusal(message: string): Section | null {
  const named = Object.entries(SECTION_OF)
    .map(([field, section]) => ({
      section,
      at: message.search(new RegExp(`(?<![a-z_])${field}(?![a-z_])`)),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return (
    named[0]?.section ??
    (/(?<![a-z_])name(?![a-z_])/.test(message) ? "name" : null)
  )
}
