import {
  DEFAULT_PLAYBOOKS,
  rulesUnder,
} from "../../src/modules/follow-up/__tests__/plugin-desk"
import { everyDay } from "../../src/modules/follow-up/task/clock/every-day"
import { fireDueTimers } from "../../src/modules/follow-up/timers/fire-due-timers"

import {
  PLAIN_PLAYBOOK,
  type PlaybookDefinition,
} from "../../src/desk/playbook"
import { connectionOf } from "../../src/postgres/connection"
import { lockDueTasks } from "../../src/modules/follow-up/timers/lock-due-tasks"
import { BigShop } from "./big-shop"
import { times } from "./open-request"

jest.setTimeout(180_000)

const ARMED = 100_000

const BATCH = 500

/** When the first task is opened. The others follow at ten-second intervals. */
const FIRST = "2026-11-01T00:00:00Z"

/** When the response targets of exactly the first `count` tasks have passed. */
const afterTargets = (count: number) =>
  new Date(Date.parse(FIRST) + 20 * 60_000 + count * 10_000)

const definition: PlaybookDefinition = {
  ...PLAIN_PLAYBOOK,
  ...DEFAULT_PLAYBOOKS.confirm_order,
  escalation: [
    {
      id: "late",
      relative_to: "response_target",
      offset_minutes: 0,
      action: { kind: "emit_event", event: "shop.late" },
    },
    {
      id: "limit_near",
      relative_to: "response_limit",
      offset_minutes: -10,
      action: { kind: "notify", audience: "everyone", email: false },
    },
  ],
}

const hours = { time_zone: "UTC", weekly: everyDay(["00:00", "24:00"]) }

/** A shop that never closes, with timers for 100,000 open tasks. */
const FILL = [
  `insert into follow_up_business_calendar (id, name, is_default, version)
   values ('fucal_1', 'Always', true, 1)`,
  `insert into follow_up_calendar_version (id, calendar_id, version, name, definition)
   values ('fucalv_1', 'fucal_1', 1, 'Always', '${JSON.stringify(hours)}')`,
  `insert into follow_up_playbook (id, type, name, position, is_seeded, version)
   values ('fuplay_1', 'confirm_order', 'Standard', 0, true, 1)`,
  `insert into follow_up_playbook_version (id, playbook_id, version, name, definition)
   values ('fuplayv_1', 'fuplay_1', 1, 'Standard', '${JSON.stringify(definition)}')`,
  `insert into follow_up_task
          (id, person_id, type, order_id, playbook_id, playbook_version, calendar_id,
           calendar_version, opened_at, response_target_at, response_limit_at,
           running_since, due_at)
   select 'futask_' || lpad(n::text, 8, '0'), 'fuperson_' || n,
          'confirm_order', 'order_' || n,
          'fuplay_1', 1, 'fucal_1', 1, opened_at,
          opened_at + interval '20 minutes', opened_at + interval '1 hour',
          opened_at, opened_at + interval '20 minutes'
     from (select n, timestamptz '${FIRST}' + (n - 1) * interval '10 seconds'
                       as opened_at
             from generate_series(1, ${ARMED}) as n) as tasks`,
  `insert into follow_up_activity (id, task_id, kind, data, occurred_at)
   select 'fuact_' || id, id, 'opened', '{}', opened_at from follow_up_task`,
  `insert into follow_up_timer (task_id, step, fires_at)
   select id, 'target_missed', response_target_at from follow_up_task`,
  `vacuum analyze`,
]

describe("100,000 armed timers", () => {
  const shop = new BigShop("follow-ups-many-timers", FILL)
  const rules = rulesUnder()

  beforeAll(() => shop.open())
  afterAll(() => shop.close())

  const tick = (now: Date) =>
    shop.sql.transactional((manager) =>
      fireDueTimers(connectionOf(manager), rules, now, BATCH, {
        error: (message) => {
          throw new Error(`${message}`)
        },
      })
    )

  const numbers = async <Name extends string>(
    columns: Record<Name, string>
  ): Promise<Record<string, number>> => {
    const names = Object.entries<string>(columns)
    const [row = {}] = await shop.sql.execute<Record<string, string>[]>(
      `select ${names.map(([name, sql]) => `(${sql}) as "${name}"`).join(", ")}`
    )
    return Object.fromEntries(
      Object.entries(row).map(([name, count]) => [name, Number(count)])
    )
  }

  const activities = (condition: string) =>
    `select count(*) from follow_up_activity where ${condition}`
  const outbox = (condition: string) =>
    `select count(*) from follow_up_outbox_event where ${condition}`
  const late = (limit: "response_target_at" | "response_limit_at", now: Date) =>
    `select count(*) from follow_up_task where ${limit} < '${now.toISOString()}'`

  it("of which 1,000 are due: the statement that takes them reads the index of what is armed", async () => {
    const [plan] = await shop.plansOf((sql) =>
      lockDueTasks(sql, afterTargets(1000), BATCH)
    )
    expect(plan?.indexes).toEqual([
      "follow_up_person_pkey",
      "follow_up_task_pkey",
      "idx_follow_up_timer_armed",
    ])
    expect(plan?.lookedUpIn("idx_follow_up_timer_armed")).toMatch(
      /^\(fires_at <= /
    )
    expect(plan?.scanned).toEqual([])
    expect(plan?.sorts).toBe(false)
  })

  it("a tick drains the 1,000 in batches, earliest first, and leaves the others", async () => {
    const now = afterTargets(1000)
    const batches = [await tick(now), await tick(now), await tick(now)]
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 0])
    expect(batches[0]?.at(0)?.task.id).toBe("futask_00000001")
    expect(batches[1]?.at(-1)?.task.id).toBe("futask_00001000")
    const after = await numbers({
      missed: activities("kind = 'target_missed'"),
      escalated: activities("once = 'escalation:late'"),
      over: late("response_limit_at", now),
      armed: "select count(*) from follow_up_timer",
      due: `select count(*) from follow_up_timer where fires_at < '${now.toISOString()}'`,
    })
    expect(after).toMatchObject({ missed: 1000, escalated: 1000, due: 0 })
    // Each has armed its next step, unless its last deadline has passed, too.
    expect(after.armed).toBe(ARMED - (after.over ?? 0))
  })

  it("each statement of a tick reads what is due, and no table from end to end but the rules'", async () => {
    const plans = await shop.plansOf((sql) =>
      fireDueTimers(sql, rules, afterTargets(1200), BATCH, console)
    )
    expect(plans.length).toBeGreaterThan(5)
    const scanned = plans.flatMap(({ scanned }) => scanned)
    expect([
      "follow_up_calendar_version",
      "follow_up_playbook",
      "follow_up_playbook_version",
    ]).toEqual(expect.arrayContaining(scanned))
  })

  it("of which 20,000 are due: four that drain at once fire each exactly once, with its escalation", async () => {
    const now = afterTargets(20_000)
    const due = `select count(*) from follow_up_timer where fires_at < '${now.toISOString()}'`
    const before = await numbers({ due })
    const drain = async (): Promise<number> => {
      const { length } = await tick(now)
      return length > 0 ? length + (await drain()) : 0
    }
    const drained = await Promise.all(times(4, drain))
    expect(await drain()).toBe(0)
    expect(drained.filter((count) => count > 0)).toHaveLength(4)
    // No two ticks fire the same timer.
    expect(drained.reduce((sum, count) => sum + count)).toBe(before.due)

    const fired = await numbers({
      targets: late("response_target_at", now),
      limits: late("response_limit_at", now),
      missed: activities("kind = 'target_missed'"),
      missed_events: outbox("name = 'follow-up.target_missed'"),
      late: activities("once = 'escalation:late' and kind = 'escalated'"),
      late_events: outbox("name = 'shop.late'"),
      breached: activities("kind = 'breached'"),
      breached_events: outbox("name = 'follow-up.breached'"),
      warned: activities(
        "once = 'escalation:limit_near' and kind = 'escalated'"
      ),
      warnings: outbox("kind = 'notification'"),
      told_late: outbox(
        "kind = 'notification' and data ->> 'is_warning' = 'false'"
      ),
      due,
    })
    expect(fired.targets).toBe(20_000)
    expect(fired).toMatchObject({
      missed: fired.targets,
      missed_events: fired.targets,
      late: fired.targets,
      late_events: fired.targets,
      breached: fired.limits,
      breached_events: fired.limits,
      warned: fired.warnings,
      due: 0,
    })
    // If the limit passed before the warning fired, it tells that instead.
    expect(fired.told_late).toBeGreaterThan(0)
    expect(fired.warned).toBeGreaterThan(fired.told_late ?? NaN)
    expect(fired.warned).toBeGreaterThanOrEqual(fired.limits ?? NaN)
  })
})
