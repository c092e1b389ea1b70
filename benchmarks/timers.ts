import { rulesUnder } from "../src/modules/follow-up/__tests__/plugin-desk"
import { Logger as QuietLogger, runMigrations, runOnce } from "graphile-worker"
import {
  type FollowUpTables,
  openFollowUpTables,
} from "./harness/follow-up-tables"
import { drainDueTimers } from "../src/modules/follow-up/timers/drain-due-timers"
import { fireDueTimers } from "../src/modules/follow-up/timers/fire-due-timers"

import { RuleVersions } from "../src/modules/follow-up/rules/rule-versions"
import { connectionOf } from "../src/postgres/connection"
import type { Benchmark, Report } from "./harness/benchmark"
import { median } from "./harness/rounds"

const TIMERS = 10_000
const ROUNDS = 3

/**
 * How many jobs Graphile Worker runs at once, and its number of connections.
 * More were slower.
 */
const JOBS_AT_ONCE = 24
const CONNECTIONS = 12

/**
 * The target of every task passed a minute ago. The next step to arm is the
 * warning before the limit.
 */
const OPENED_AT = new Date("2026-11-23T10:00:00Z")
const NOW = new Date("2026-11-23T10:21:00Z")

export const benchmark: Benchmark = {
  title:
    "timers fired, each with its history, its event, its escalation and its next step, beside Graphile Worker's empty jobs",
  async run(): Promise<Report> {
    const tables = await openFollowUpTables()
    try {
      return await measure(tables)
    } finally {
      await tables.close()
    }
  },
}

async function measure(tables: FollowUpTables): Promise<Report> {
  const rules = rulesUnder()
  await fill(tables, rules)
  await runMigrations({ connectionString: tables.url, logger: quiet })
  const ours: number[] = []
  const theirs: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await arm(tables)
    const fired = await timed(() => drain(tables, rules))
    await check(tables, fired.count)
    await addJobs(tables)
    const run = await timed(() => runJobs(tables))
    ours.push(fired.rate)
    theirs.push(run.rate)
    ratios.push(fired.rate / run.rate)
  }
  return {
    conditions: [
      `${TIMERS.toLocaleString("en")} due timers and as many jobs on one PostgreSQL, in turns, ${ROUNDS} rounds; medians`,
      `one process each; ours as a tick drains them, Graphile Worker with ${JOBS_AT_ONCE} jobs at once on ${CONNECTIONS} connections`,
      "each of ours writes down a missed target, its event, an escalation step with its notice, and arms the next step; it was checked that each did so once",
    ],
    comparisons: [
      {
        operation: "fired",
        unit: "timers/s",
        figures: [
          { contender: "follow-ups", value: median(ours) },
          { contender: "graphile-worker (empty jobs)", value: median(theirs) },
        ],
      },
    ],
    targets: [
      {
        name: "times Graphile Worker's rate",
        unit: "times",
        measured: median(ratios),
        bound: "at least",
        limit: 2,
      },
    ],
  }
}

const quiet = new QuietLogger(() => () => {})

async function timed(
  work: () => Promise<number>
): Promise<{ count: number; rate: number }> {
  const start = performance.now()
  const count = await work()
  return { count, rate: (count * 1000) / (performance.now() - start) }
}

/** A step at the target itself, so that every task has one to run. */
const ESCALATION = [
  {
    id: "target",
    relative_to: "response_target",
    offset_minutes: 0,
    action: { kind: "notify", audience: "everyone", email: false },
  },
  {
    id: "limit_near",
    relative_to: "response_limit",
    offset_minutes: -10,
    action: { kind: "notify", audience: "everyone", email: false },
  },
]

async function fill(
  tables: FollowUpTables,
  rules: RuleVersions
): Promise<void> {
  const sql = tables.manager()
  const { playbooks, calendars } = await sql.transactional((transaction) =>
    rules.book(transaction, OPENED_AT)
  )
  const playbook = playbooks.find(({ type }) => type === "confirm_order")
  await sql.execute(
    `update follow_up_playbook_version
        set definition = jsonb_set(definition, '{escalation}', ?::jsonb)
      where playbook_id = ?`,
    [JSON.stringify(ESCALATION), playbook?.id ?? ""]
  )
  rules.forget()
  await sql.execute(
    `insert into follow_up_task
            (id, person_id, type, dedupe_key, order_id, order_display_id, currency_code,
             order_total, customer_name, phone, phone_e164, country_code,
             search_terms, playbook_id, playbook_version, calendar_id,
             calendar_version, opened_at, running_since, response_target_at,
             response_limit_at, due_at)
     select 'futask_' || lpad(n::text, 8, '0'), 'fuperson_' || n,
          'confirm_order', 'order_' || n,
            'order_' || n, n, 'uah', 100, 'Olena Kovalenko', '0671234567',
            '+380671234567', 'ua', n || ' olena kovalenko 0671234567', ?, 1, ?, 1,
            opened_at, opened_at, opened_at + interval '20 minutes',
            opened_at + interval '1 hour', opened_at + interval '20 minutes'
       from (select n, ?::timestamptz - n * interval '1 ms' as opened_at
               from generate_series(1, ${TIMERS}) as n) as orders`,
    [playbook?.id ?? "", calendars[0]?.id ?? "", OPENED_AT]
  )
}

async function arm(tables: FollowUpTables): Promise<void> {
  for (const statement of [
    "truncate follow_up_activity, follow_up_outbox_event, follow_up_timer",
    `insert into follow_up_timer (task_id, step, fires_at)
     select id, 'target_missed', response_target_at from follow_up_task`,
    "vacuum analyze",
  ]) {
    await tables.manager().execute(statement)
  }
}

async function drain(
  tables: FollowUpTables,
  rules: RuleVersions
): Promise<number> {
  const changes = await drainDueTimers((limit) =>
    tables
      .manager()
      .transactional((manager) =>
        fireDueTimers(connectionOf(manager), rules, NOW, limit, console)
      )
  )
  return changes.length
}

async function check(tables: FollowUpTables, fired: number): Promise<void> {
  const [row] = await tables.manager().execute<Record<string, string>[]>(
    `select (select count(*) from follow_up_activity
              where kind = 'target_missed') as missed,
            (select count(*) from follow_up_activity
              where kind = 'escalated') as escalated,
            (select count(*) from follow_up_outbox_event) as told,
            (select count(*) from follow_up_timer
              where step = 'escalation:limit_near') as armed`
  )
  const counts = JSON.stringify({ fired, ...row })
  const expected = JSON.stringify({
    fired: TIMERS,
    missed: `${TIMERS}`,
    escalated: `${TIMERS}`,
    told: `${2 * TIMERS}`,
    armed: `${TIMERS}`,
  })
  if (counts !== expected) {
    throw new Error(`The timers did ${counts}; they should do ${expected}`)
  }
}

async function addJobs(tables: FollowUpTables): Promise<void> {
  await tables.manager().execute(
    `select graphile_worker.add_job('empty', '{}'::json)
         from generate_series(1, ${TIMERS})`
  )
  await tables.manager().execute("vacuum analyze")
}

async function runJobs(tables: FollowUpTables): Promise<number> {
  let count = 0
  await runOnce({
    connectionString: tables.url,
    logger: quiet,
    concurrency: JOBS_AT_ONCE,
    maxPoolSize: CONNECTIONS,
    noHandleSignals: true,
    taskList: {
      empty: async () => {
        count++
      },
    },
  })
  return count
}
