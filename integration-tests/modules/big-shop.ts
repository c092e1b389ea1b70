import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { clear, databaseOf } from "./follow-up-module"
import { DEFAULT_PLAYBOOKS } from "../../src/modules/follow-up/__tests__/plugin-desk"
import { connectionOf } from "../../src/postgres/connection"
import type { Sql, SqlValue } from "../../src/postgres/sql"

const DATABASE = "follow-ups-big-shop"

const TASKS = 20_000

/**
 * A Monday morning in a large shop: of 20,000 tasks, 2,000 are open and 1,000
 * are waiting.
 */
export class BigShop {
  private readonly database: ReturnType<typeof databaseOf>

  /** @param fill - statements that fill the shop differently */
  constructor(
    private readonly name = DATABASE,
    private readonly fill: readonly string[] = FILL
  ) {
    this.database = databaseOf(name)
  }

  async open(): Promise<void> {
    await clear(this.name)
    await this.database.setupDatabase()
    for (const statement of this.fill) {
      await this.sql.execute(statement)
    }
  }

  async close(): Promise<void> {
    await this.database.clearDatabase()
  }

  get sql(): SqlEntityManager {
    return this.database.forkManager()
  }

  async plansOf(run: (sql: Sql) => Promise<unknown>): Promise<Plan[]> {
    return await plansOf(connectionOf(this.sql), run)
  }
}

/**
 * Runs something as in production, and explains every statement that it sent.
 */
export async function plansOf(
  sql: Sql,
  run: (sql: Sql) => Promise<unknown>
): Promise<Plan[]> {
  const sent: { query: string; values: readonly SqlValue[] }[] = []
  await run({
    execute: (query, values = []) => {
      sent.push({ query, values })
      return sql.execute(query, values)
    },
  })
  return await Promise.all(
    sent.map(async ({ query, values }) => {
      const [row] = await sql.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }[]>(
        `explain (format json) ${query}`,
        values
      )
      return new Plan(row?.["QUERY PLAN"][0].Plan)
    })
  )
}

type PlanNode = {
  "Node Type": string
  "Index Name"?: string
  "Index Cond"?: string
  "Relation Name"?: string
  Plans?: PlanNode[]
}

export class Plan {
  private readonly nodes: PlanNode[]

  constructor(root: PlanNode | undefined) {
    this.nodes = root ? flatten(root) : []
  }

  get indexes(): string[] {
    const names = this.nodes.flatMap((node) => node["Index Name"] ?? [])
    return [...new Set(names)].sort()
  }

  /** The condition of the index lookup; empty if the whole index is read. */
  lookedUpIn(index: string): string {
    const node = this.nodes.find((node) => node["Index Name"] === index)
    return node?.["Index Cond"] ?? ""
  }

  /** The tables that are scanned sequentially. */
  get scanned(): string[] {
    return this.nodes
      .filter((node) => node["Node Type"] === "Seq Scan")
      .flatMap((node) => node["Relation Name"] ?? [])
  }

  get sorts(): boolean {
    return this.nodes.some((node) => node["Node Type"].endsWith("Sort"))
  }

  get limits(): boolean {
    return this.nodes.some((node) => node["Node Type"] === "Limit")
  }
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)]
}

/**
 * The first task is the oldest. Each customer has three orders with one task
 * each.
 */
const FILL = [
  `insert into follow_up_business_calendar (id, name, is_default, version)
   values ('fucal_1', 'Opening hours', true, 1)`,
  `insert into follow_up_calendar_version (id, calendar_id, version, name, definition)
   values ('fucalv_1', 'fucal_1', 1, 'Opening hours',
           '{"time_zone": "UTC", "weekly": {"monday": [["09:00", "18:00"]]}}')`,
  `insert into follow_up_playbook (id, type, name, position, is_seeded, version)
   values ('fuplay_1', 'confirm_order', 'Standard', 0, true, 1)`,
  `insert into follow_up_playbook_version (id, playbook_id, version, name, definition)
   values ('fuplayv_1', 'fuplay_1', 1, 'Standard',
           '${JSON.stringify(DEFAULT_PLAYBOOKS.confirm_order)}')`,
  `insert into follow_up_rule_change (id, created_by, moved, finished_at)
   select 'fuchg_' || n, 'user_1', 3000, now() from generate_series(1, 500) as n`,
  `insert into follow_up_task
          (id, person_id, type, status, dedupe_key, order_id, order_display_id,
           currency_code, order_total, customer_id, customer_name, email, phone,
           phone_e164, country_code, search_terms, assignee_id, playbook_id,
           playbook_version, calendar_id, calendar_version, opened_at,
           response_target_at, response_limit_at, resolution_limit_at,
           running_since, responded_at, due_at, waiting_since, waiting_until,
           updated_at)
   select 'futask_' || lpad(n::text, 8, '0'), 'fuperson_' || n,
          'confirm_order', status,
          'confirm_order:order_' || n, 'order_' || n, n, 'uah', 100 + n % 900,
          'cus_' || n / 3, 'Олена Коваленко ' || n / 3,
          'olena' || n / 3 || '@mail.example', '067' || phone, '+38067' || phone,
          'ua',
          n || ' #' || n || ' олена коваленко ' || n / 3 || ' olena' || n / 3
            || '@mail.example mail.example 38067' || phone || ' 67' || phone
            || ' ' || phone || ' ' || substr(phone, 2) || ' ' || substr(phone, 4),
          case when n % 4 = 0 then null else 'user_' || n % 5 end,
          'fuplay_1', 1, 'fucal_1', 1, opened_at,
          opened_at + interval '20 minutes', opened_at + interval '1 hour',
          case when n % 5 = 0 then opened_at + interval '8 hours' end,
          case when status = 'open' then opened_at end,
          case when status = 'open' and n % 3 > 0 then null
               else opened_at + interval '10 minutes' end,
          case when status in ('open', 'waiting')
               then opened_at + interval '20 minutes' end,
          case when status = 'waiting'
               then opened_at + interval '20 minutes' end,
          case when status = 'waiting'
               then opened_at + interval '50 minutes' end,
          opened_at + interval '10 minutes'
     from (select n,
                  lpad((n * 7919 % 10000000)::text, 7, '0') as phone,
                  timestamptz '2026-11-23 18:00+02'
                    - (${TASKS} - n) * interval '40 minutes' as opened_at,
                  case when n > ${TASKS} - 2000 then 'open'
                       when n > ${TASKS} - 3000 then 'waiting'
                       when n % 10 = 0 then 'canceled'
                       else 'completed' end as status
             from generate_series(1, ${TASKS}) as n) as tasks`,
  `insert into follow_up_timer (task_id, step, fires_at)
   select id, case status when 'waiting' then 'resume' else 'target_missed' end,
          coalesce(waiting_until, response_target_at)
     from follow_up_task
    where status = 'waiting' or (status = 'open' and responded_at is null)`,
  `insert into follow_up_activity (id, task_id, kind, data, occurred_at)
   select 'fuact_' || kind || id, id, kind, '{}', opened_at
     from follow_up_task,
          unnest(array['opened', 'attempted', 'noted']) as kind`,
  `insert into follow_up_activity (id, task_id, kind, data, occurred_at, once)
   select 'fuact_missed' || id, id, 'target_missed', '{}', response_target_at,
          'target_missed'
     from follow_up_task
    where right(id, 1) = '3'`,
  `insert into follow_up_attempt
          (id, task_id, channel, outcome, attempted_at, actor_id)
   select 'futry_' || id, id, 'phone', 'reached', opened_at, 'user_1'
     from follow_up_task`,
  `insert into follow_up_command_key (id, task_id, key, fingerprint)
   select 'fukey_' || id, id, 'key', '{}' from follow_up_task`,
  `vacuum analyze`,
]
