import type {
  EscalationAction,
  Fallback,
  PlaybookDefinition,
  RetryRules,
  SafeOrderCheck,
  WhenOrderOff,
} from "../../../src/api/admin/follow-ups/playbooks/types"

/** The possible values in a playbook, in the order in which they are listed. */
export const PRIORITIES = everyOne<PlaybookDefinition["priority"]>({
  low: true,
  normal: true,
  high: true,
  urgent: true,
})

export const DEADLINES = everyOne<
  PlaybookDefinition["escalation"][number]["relative_to"]
>({ response_target: true, response_limit: true, resolution_limit: true })

export const LADDER_OUTCOMES = everyOne<keyof RetryRules["ladders"]>({
  no_answer: true,
  busy: true,
  voicemail: true,
  message_sent: true,
})

export const FALLBACKS = everyOne<Fallback["kind"]>({
  message_customer: true,
  hand_over: true,
  cancel_order: true,
})

export const WHEN_ORDER_OFF = everyOne<WhenOrderOff>({
  ask: true,
  cancel: true,
  leave: true,
})

export const ACTIONS = everyOne<EscalationAction["kind"]>({
  notify: true,
  raise_priority: true,
  reassign: true,
  emit_event: true,
  custom: true,
})

export const AUDIENCES = everyOne<
  Extract<EscalationAction, { kind: "notify" }>["audience"]
>({ assignee: true, everyone: true, user: true })

export const SAFE_ORDER_CHECKS = everyOne<SafeOrderCheck>({
  paid: true,
  returning_without_trouble: true,
  complete_address: true,
  in_stock: true,
})

/** A missing value does not compile. */
function everyOne<TWord extends string>(
  words: Record<TWord, true>
): readonly TWord[] {
  const all: TWord[] = []
  for (const word in words) {
    all.push(word)
  }
  return all
}
