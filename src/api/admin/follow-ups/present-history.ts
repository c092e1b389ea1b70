import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  DEADLINES,
  type EscalationAction,
  FALLBACKS,
  ACTIVITY_KINDS,
  FOLLOW_UP_MODULE,
  type FollowUpModuleService,
  PRIORITIES,
  SKIP_REASONS,
  WAITING_REASONS,
} from "../../../modules/follow-up"
import { loadUsers, type UserFacts } from "../../../shop/users"
import { personOf } from "./present-people"
import type { StoredAttempt } from "../../../workflows/desk/call-sheet/about-customer"
import { iso } from "./present-tasks"
import type {
  AdminFollowUpActivity,
  AdminFollowUpAttempt,
  AdminFollowUpMessage,
} from "./types"

/** More entries than anybody reads for one task. */
const LONGEST_HISTORY = 500

type People = ReadonlyMap<string, UserFacts>
type StoredActivity = Awaited<
  ReturnType<FollowUpModuleService["listFollowUpActivities"]>
>[number]

const escalationAction: z.ZodType<EscalationAction> = z.union([
  z.object({
    kind: z.literal("notify"),
    audience: z.enum(["assignee", "everyone", "user"]),
    user_id: z.string().optional(),
    email: z.boolean(),
  }),
  z.object({ kind: z.literal("raise_priority"), priority: z.enum(PRIORITIES) }),
  z.object({
    kind: z.literal("reassign"),
    assignee_id: z.string().nullable(),
  }),
  z.object({ kind: z.literal("emit_event"), event: z.string() }),
  z.object({ kind: z.literal("custom"), name: z.string() }),
])

const namedVersion = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
})

/** The data of an activity, as the decision wrote it. */
const activityData = z.object({
  assignee_id: z.string().nullish(),
  user_deleted: z.boolean().optional(),
  channel: z.string().optional(),
  outcome: z.string().optional(),
  note: z.string().optional(),
  until: z.string().optional(),
  waiting_reason: z.enum(WAITING_REASONS).optional(),
  reason: z.string().optional(),
  error: z.string().optional(),
  change: z.string().optional(),
  by_customer: z.literal(true).optional(),
  no_reply: z.literal(true).optional(),
  deadline: z.enum(DEADLINES).optional(),
  step_id: z.string().optional(),
  action: escalationAction.optional(),
  skipped: z.enum(SKIP_REASONS).optional(),
  fallback: z.enum(FALLBACKS).optional(),
  answers: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  reasons: z.array(z.string()).optional(),
  audit: z.boolean().optional(),
  playbook: namedVersion.optional(),
  calendar: namedVersion.optional(),
})

const keptMessage: z.ZodType<AdminFollowUpMessage | null> = z
  .object({
    to: z.string(),
    subject: z.string().nullable(),
    text: z.string(),
    status: z.enum(["pending", "sent", "failed"]),
    error: z.string().nullable(),
  })
  .nullable()

/** A task's attempts and activities, newest first. */
export async function presentHistory(
  task_id: string,
  container: MedusaContainer
): Promise<{
  attempts: AdminFollowUpAttempt[]
  activities: AdminFollowUpActivity[]
}> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const attempts = await followUp.listFollowUpAttempts(
    { task_id, withdrawn_at: null },
    { order: { attempted_at: "DESC", id: "DESC" }, take: LONGEST_HISTORY }
  )
  const activities = await followUp.listFollowUpActivities(
    { task_id },
    { order: { sequence: "DESC" }, take: LONGEST_HISTORY }
  )
  const parsed = activities.map((activity) => ({
    activity,
    data: activityData.parse(activity.data),
  }))
  const people = await loadUsers(
    [
      ...[...attempts, ...activities].map(({ actor_id }) => actor_id),
      ...parsed.map(({ data }) => data.assignee_id),
    ],
    container
  )
  return {
    attempts: attempts.map((attempt) => presentAttempt(attempt, people)),
    activities: parsed.flatMap(
      ({ activity, data }) => presentActivity(activity, data, people) ?? []
    ),
  }
}

export function presentAttempt(
  attempt: StoredAttempt,
  people: People
): AdminFollowUpAttempt {
  return {
    id: attempt.id,
    task_id: attempt.task_id,
    channel: attempt.channel,
    outcome: attempt.outcome,
    note: attempt.note,
    call_back_at: iso(attempt.call_back_at),
    attempted_at: new Date(attempt.attempted_at).toISOString(),
    actor: personOf(attempt.actor_id, people),
    message: keptMessage.parse(attempt.message ?? null),
  }
}

/**
 * Null for a kind of activity that only a newer version of the plugin knows.
 */
function presentActivity(
  activity: StoredActivity,
  { assignee_id, ...data }: z.infer<typeof activityData>,
  people: People
): AdminFollowUpActivity | null {
  const kind = ACTIVITY_KINDS.find((known) => known === activity.kind)
  if (!kind) {
    return null
  }
  return {
    id: activity.id,
    task_id: activity.task_id,
    kind,
    data:
      kind === "assigned"
        ? { ...data, assignee: personOf(assignee_id, people) }
        : data,
    actor: personOf(activity.actor_id, people),
    occurred_at: new Date(activity.occurred_at).toISOString(),
  }
}
