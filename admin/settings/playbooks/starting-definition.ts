import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/**
 * What a new playbook says at first: the same as the one that its type has (the
 * plugin's own before the shop's), or what is usual where it has none.
 */
export function startingDefinition(
  type: string,
  playbooks: readonly AdminFollowUpPlaybook[]
): PlaybookDefinition {
  const ofType = playbooks.filter((playbook) => playbook.type === type)
  const model = ofType.find(({ is_seeded }) => is_seeded) ?? ofType[0]
  return model?.definition ?? USUAL
}

const USUAL: PlaybookDefinition = {
  triggers: ["manual"],
  conditions: { all: [], any: [] },
  response_target_minutes: 60,
  response_limit_minutes: 480,
  resolution_limit_minutes: null,
  calendar_id: null,
  priority: "normal",
  scripts: {},
  retry: {
    ladders: {
      no_answer: { steps: [{ kind: "after", minutes: 30 }], max_attempts: 4 },
    },
    calling_hours: { start: "08:00", end: "21:00" },
    max_attempts: 8,
    fallback: { kind: "message_customer" },
  },
  escalation: [],
  assignment: { last_agent: false, user_ids: [], most_open_tasks: null },
  safe_orders: null,
}
