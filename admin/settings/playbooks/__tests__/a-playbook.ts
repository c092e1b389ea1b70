import type {
  AdminFollowUpConditionField,
  AdminFollowUpPlaybook,
  EscalationStep,
  PlaybookDefinition,
} from "../../../../src/api/admin/follow-ups/playbooks/types"

/** Answered within 20 minutes, at most 60; nobody is told of anything. */
export const definition: PlaybookDefinition = {
  triggers: ["order_placed"],
  conditions: { all: [], any: [] },
  response_target_minutes: 20,
  response_limit_minutes: 60,
  resolution_limit_minutes: null,
  calendar_id: null,
  priority: "normal",
  scripts: {},
  retry: {
    ladders: {},
    calling_hours: { start: "08:00", end: "21:00" },
    max_attempts: 8,
    fallback: { kind: "message_customer" },
  },
  escalation: [],
  assignment: { last_agent: false, user_ids: [], most_open_tasks: null },
  safe_orders: null,
}

export function aPlaybook(
  change: Partial<AdminFollowUpPlaybook> = {}
): AdminFollowUpPlaybook {
  return {
    id: "calls",
    name: "Calls",
    type: "confirm_order",
    enabled: true,
    position: 0,
    version: 1,
    is_seeded: true,
    is_edited: false,
    is_catch_all: true,
    asked_in_vain: [],
    taken_by: [],
    definition,
    active_tasks: 0,
    created_at: "2026-11-23T09:00:00.000Z",
    updated_at: "2026-11-23T09:00:00.000Z",
    ...change,
  }
}

export function aStep(change: Partial<EscalationStep> = {}): EscalationStep {
  return {
    id: "step",
    relative_to: "response_limit",
    offset_minutes: 0,
    action: { kind: "notify", audience: "everyone", email: false },
    ...change,
  }
}

export function aField(
  change: Partial<AdminFollowUpConditionField>
): AdminFollowUpConditionField {
  return {
    field: "has_phone",
    label: null,
    operators: ["is"],
    kind: "boolean",
    choices: [],
    choice_labels: {},
    entity: null,
    ...change,
  }
}
