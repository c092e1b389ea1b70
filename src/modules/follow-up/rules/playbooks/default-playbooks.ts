import type { PlaybookDefinition, RetryRules } from "./playbook"

/** 08:00 to 21:00 is when a stranger may call without being rude. */
const CALLING_HOURS = { start: "08:00", end: "21:00" }

const retry: RetryRules = {
  ladders: {
    no_answer: {
      steps: [
        { kind: "after", minutes: 30 },
        { kind: "after", minutes: 120 },
        { kind: "next_morning" },
      ],
      max_attempts: 4,
    },
    busy: { steps: [{ kind: "after", minutes: 10 }], max_attempts: 6 },
    // A letter gets half a working day to be answered.
    message_sent: {
      steps: [{ kind: "after", minutes: 240 }],
      max_attempts: 3,
    },
  },
  calling_hours: CALLING_HOURS,
  max_attempts: 8,
  fallback: { kind: "message_customer", canned_answer_id: null },
}

/** What a playbook says where nothing else is said. */
export const PLAIN_PLAYBOOK: PlaybookDefinition = {
  triggers: ["manual"],
  conditions: { all: [], any: [] },
  response_target_minutes: 60,
  response_limit_minutes: 480,
  resolution_limit_minutes: null,
  calendar_id: null,
  priority: "normal",
  scripts: {},
  retry,
  escalation: [],
  assignment: { last_agent: false, user_ids: [], most_open_tasks: null },
  safe_orders: null,
}

/**
 * 20 and 60 minutes are what shops say themselves: react within 10 to 20
 * minutes, an hour at most, or the sale is gone.
 */
const confirmOrder: PlaybookDefinition = {
  ...PLAIN_PLAYBOOK,
  triggers: ["order_placed", "manual"],
  conditions: {
    all: [{ field: "has_phone", operator: "is", value: true }],
    any: [],
  },
  response_target_minutes: 20,
  response_limit_minutes: 60,
  escalation: [
    {
      id: "limit_near",
      relative_to: "response_limit",
      offset_minutes: -10,
      action: { kind: "notify", audience: "everyone", email: false },
    },
  ],
  safe_orders: {
    enabled: false,
    checks: [
      "paid",
      "returning_without_trouble",
      "complete_address",
      "in_stock",
    ],
    totals_below: {},
    audit_percent: 10,
  },
}

/**
 * A request is answered within the hour where possible, the same working day
 * (eight hours) at worst.
 */
const completeContact: PlaybookDefinition = {
  ...PLAIN_PLAYBOOK,
  triggers: ["order_placed", "customer_created", "manual"],
  conditions: {
    all: [{ field: "has_phone", operator: "is", value: false }],
    any: [],
  },
}

/** How the playbooks of the plugin's own types come, by type. */
export const DEFAULT_PLAYBOOKS: Readonly<Record<string, PlaybookDefinition>> = {
  confirm_order: confirmOrder,
  complete_contact: completeContact,
}
