import type { PlaybookDefinition } from "../../../src/api/admin/follow-ups/playbooks/types"
import { Refused } from "../../api/refused"
import type { ChangeDefinition } from "./draft"

/** The sections of a playbook's page, in order. */
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

/** The props of every section. */
export type SectionProps = {
  definition: PlaybookDefinition
  /** The server's errors. */
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
  when_order_off: "whatToSay",
  retry: "nobodyAnswers",
  escalation: "late",
  assignment: "whoGetsIt",
  safe_orders: "safeOrders",
}

/** The section that a refusal refers to; the first one by default. */
export function sectionOfRefusal(error: unknown): Section {
  const [part, field] = error instanceof Refused ? error.path : []
  return part === "definition" && isField(field) ? SECTION_OF[field] : "name"
}

/** The sections that show the changed parts of the definition. */
export function sectionsOf(change: Partial<PlaybookDefinition>): Section[] {
  return Object.keys(change)
    .filter(isField)
    .map((field) => SECTION_OF[field])
}

function isField(
  field: string | number | undefined
): field is keyof PlaybookDefinition {
  return typeof field === "string" && Object.hasOwn(SECTION_OF, field)
}
