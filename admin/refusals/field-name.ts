import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"
import type { TextKey } from "../i18n/text-key"
import type { Text } from "../i18n/use-text"

/**
 * The label of each field that the desk and the settings send. Those of pages
 * whose texts are loaded later are in the group `refusedFields`.
 */
const NAMES: Readonly<Record<string, TextKey>> = {
  note: "forms.note",
  until: "forms.otherTime",
  call_back_at: "forms.otherTime",
  name: "settings.playbooks.name",
  response_target_minutes: "settings.deadlines.response_target",
  response_limit_minutes: "settings.deadlines.response_limit",
  resolution_limit_minutes: "settings.deadlines.resolution_limit",
  calendar_id: "settings.playbooks.calendar",
  priority: "settings.playbooks.priority",
  triggers: "settings.playbooks.when.triggers",
  conditions: "settings.playbooks.sections.when",
  scripts: "settings.playbooks.sections.whatToSay",
  retry: "settings.playbooks.sections.nobodyAnswers",
  ladders: "settings.playbooks.sections.nobodyAnswers",
  steps: "settings.playbooks.retry.when",
  minutes: "settings.playbooks.retry.time",
  max_attempts: "settings.playbooks.retry.maxInAll",
  fallback: "settings.playbooks.retry.fallback",
  canned_answer_id: "settings.playbooks.retry.answer",
  escalation: "settings.playbooks.sections.late",
  offset_minutes: "settings.playbooks.late.time",
  relative_to: "settings.playbooks.late.deadline",
  action: "settings.playbooks.late.action",
  "action.name": "settings.playbooks.late.customAction",
  audience: "settings.playbooks.late.audience",
  user_id: "settings.playbooks.late.person",
  event: "settings.playbooks.late.event",
  assignment: "settings.playbooks.sections.whoGetsIt",
  user_ids: "settings.playbooks.who.people",
  most_open_tasks: "settings.playbooks.who.mostOpen",
  safe_orders: "settings.playbooks.sections.safeOrders",
  totals_below: "settings.playbooks.safe.totals",
  audit_percent: "settings.playbooks.safe.auditPercent",
  currency_code: "settings.fields.currency",
  time_zone: "settings.calendars.timeZone",
  weekly: "settings.calendars.week",
  exceptions: "settings.calendars.exceptions",
  date: "settings.calendars.date",
  label: "settings.calendars.label",
  bindings: "settings.calendars.bindings",
  types: "settings.cannedAnswers.types",
  texts: "settings.cannedAnswers.text",
}

/** The label of the innermost field in the path that has one. */
export function fieldName(t: Text, path: AdminFollowUpRefusal["path"]): string {
  const words = path.filter((key) => typeof key === "string").reverse()
  const [key] = words.flatMap(
    (word, at) => NAMES[`${words[at + 1]}.${word}`] ?? NAMES[word] ?? []
  )
  return key ? t(key) : t.of("refusedFields", words[0] ?? "")
}
