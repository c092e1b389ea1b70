import { rulesUnder } from "../src/modules/follow-up/__tests__/plugin-desk"
import { queueCounts } from "../src/modules/follow-up/queue/queue-counts"
import type { QueueFilters } from "../src/modules/follow-up/queue/queue-conditions"
import {
  type QueuePage,
  selectQueue,
} from "../src/modules/follow-up/queue/select-queue"
import { connectionOf } from "../src/postgres/connection"
import type { Benchmark, Report } from "./harness/benchmark"
import {
  type FollowUpTables,
  openFollowUpTables,
} from "./harness/follow-up-tables"
import { median } from "./harness/rounds"

const SMALL = { tasks: 10_000, active: 200 }
const BIG = { tasks: 1_000_000, active: 20_000 }

const ROUNDS = 101
const WARM_UP_ROUNDS = 20

/** How much longer the big queue may take. */
const AT_MOST = 1.5

const NOW = new Date("2026-11-23T15:00:00Z")
const AGENT = "user_2"

export const benchmark: Benchmark = {
  title:
    "the queue of a shop with 200 active of 10,000 tasks, and with 20,000 active of 1,000,000",
  async run(): Promise<Report> {
    const small = await openQueue(SMALL)
    try {
      const big = await openQueue(BIG)
      try {
        return await measure(small, big)
      } finally {
        await big.tables.close()
      }
    } finally {
      await small.tables.close()
    }
  },
}

type Shop = typeof SMALL
type Queue = Awaited<ReturnType<typeof openQueue>>

type Operation = {
  name: string
  run: (queue: Queue) => Promise<unknown>
  /** Whether both queues are asked for as much: it finds as many tasks. */
  hasTarget?: boolean
}

const BY_DUE: QueuePage["sort"] = { column: "due_at", descending: false }
const NEWEST: QueuePage["sort"] = { column: "opened_at", descending: true }

const lists = (filters: QueueFilters, sort: QueuePage["sort"]) =>
  async function ({ tables }: Queue) {
    const { tasks, count } = await selectQueue(
      connectionOf(tables.manager()),
      filters,
      { sort, limit: 50, offset: 0 },
      AGENT,
      NOW
    )
    if (tasks.length === 0 || count < tasks.length) {
      throw new Error(
        `${JSON.stringify(filters)} found ${tasks.length} of ${count} tasks`
      )
    }
  }

const OPERATIONS: Operation[] = [
  {
    name: "the counts of all tabs",
    run: ({ tables, rules }) =>
      queueCounts(connectionOf(tables.manager()), rules, AGENT, NOW),
  },
  { name: "the first page", run: lists({ tab: "now" }, BY_DUE) },
  { name: "the late tab", run: lists({ tab: "late" }, BY_DUE) },
  { name: "all, the newest first", run: lists({ tab: "all" }, NEWEST) },
  {
    name: "all, by total",
    run: lists({ tab: "all" }, { column: "order_total", descending: true }),
  },
  {
    name: "all, by last change",
    run: lists({ tab: "all" }, { column: "updated_at", descending: true }),
  },
  {
    name: "a customer's name, among open tasks",
    run: (queue) =>
      lists({ tab: "now", q: nameOf(queue.shop, 100) }, BY_DUE)(queue),
  },
  {
    name: "a customer's name, among all tasks",
    run: (queue) =>
      lists({ tab: "all", q: nameOf(queue.shop, 100) }, NEWEST)(queue),
  },
  {
    name: "the digits of a number, among all tasks",
    run: (queue) =>
      lists({ tab: "all", q: phoneOf(queue.shop, 100) }, NEWEST)(queue),
  },
  {
    name: "a first name of every hundredth customer, among open tasks",
    hasTarget: false,
    run: lists({ tab: "now", q: "olena" }, BY_DUE),
  },
  {
    name: "a first name of every hundredth customer, among all tasks",
    hasTarget: false,
    run: lists({ tab: "all", q: "olena" }, NEWEST),
  },
]

async function measure(small: Queue, big: Queue): Promise<Report> {
  const measured = []
  for (const { name, run, hasTarget = true } of OPERATIONS) {
    const times = { small: new Array<number>(), big: new Array<number>() }
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      const ofSmall = await timed(() => run(small))
      const ofBig = await timed(() => run(big))
      if (round >= WARM_UP_ROUNDS) {
        times.small.push(ofSmall)
        times.big.push(ofBig)
      }
    }
    measured.push({
      name,
      hasTarget,
      small: median(times.small),
      big: median(times.big),
    })
  }
  return {
    conditions: [
      `each on a PostgreSQL of its own, in turns, ${ROUNDS} rounds; medians of what the module takes, without HTTP`,
      "a fiftieth of the tasks is open or waiting, half of those open is late; each customer has three orders",
      "a first name of every hundredth customer finds 2 and 150 open tasks, 100 and 10,000 of all: more work, so without a target",
    ],
    comparisons: measured.map(({ name, small, big }) => ({
      operation: name,
      unit: "ms",
      figures: [
        { contender: "200 of 10,000", value: small },
        { contender: "20,000 of 1,000,000", value: big },
      ],
    })),
    targets: measured
      .filter(({ hasTarget }) => hasTarget)
      .map(({ name, small, big }) => ({
        name,
        unit: "times",
        measured: big / small,
        bound: "at most",
        limit: AT_MOST,
      })),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function openQueue(shop: Shop) {
  const tables = await openFollowUpTables()
  const rules = rulesUnder()
  const { playbooks, calendars } = await tables
    .manager()
    .transactional((transaction) => rules.book(transaction, NOW))
  await fill(
    tables,
    shop,
    playbooks.find(({ type }) => type === "confirm_order")?.id ?? "",
    calendars[0]?.id ?? ""
  )
  return { tables, rules, shop }
}

const FIRST_NAMES = 100

/** Of the customer of the task with this number, the newest being 0. */
function nameOf({ tasks }: Shop, age: number): string {
  const customer = Math.floor((tasks - age) / 3)
  const first =
    customer % FIRST_NAMES === 0 ? "olena" : `name${customer % FIRST_NAMES}`
  return `${first} family${customer}`
}

function phoneOf({ tasks }: Shop, age: number): string {
  return phoneDigits(Math.floor((tasks - age) / 3)).slice(3)
}

function phoneDigits(customer: number): string {
  return `38067${String((customer * 7919) % 10_000_000).padStart(7, "0")}`
}

async function fill(
  tables: FollowUpTables,
  { tasks, active }: Shop,
  playbook_id: string,
  calendar_id: string
): Promise<void> {
  const sql = tables.manager()
  const indexes = await sql.execute<{ name: string; definition: string }[]>(
    `select indexname as name, indexdef as definition
       from pg_indexes
      where tablename = 'follow_up_task'
        and indexname <> 'follow_up_task_pkey'`
  )
  for (const { name } of indexes) {
    await sql.execute(`drop index ${name}`)
  }
  await sql.execute(
    `insert into follow_up_task
            (id, person_id, type, status, dedupe_key, order_id, order_display_id,
             currency_code, order_total, customer_id, customer_name, email,
             phone, phone_e164, country_code, search_terms, search_version,
             assignee_id, playbook_id, playbook_version, calendar_id,
             calendar_version, opened_at, response_target_at,
             response_limit_at, resolution_limit_at, running_since,
             responded_at, due_at, waiting_since, waiting_until, updated_at)
     select 'futask_' || lpad(n::text, 8, '0'), 'fuperson_' || n,
          'confirm_order', status,
            'confirm_order:order_' || n, 'order_' || n, n,
            case when n % 7 = 0 then 'eur' else 'uah' end, 100 + n % 9000,
            'cus_' || customer, name || ' family' || customer,
            'family' || customer || '@mail.example', '0' || substr(phone, 4),
            '+' || phone, 'ua',
            n || ' #' || n || ' ' || name || ' family' || customer || ' family'
              || customer || '@mail.example mail.example '
              || (select string_agg(substr(phone, start), ' ')
                    from generate_series(1, 10) as start),
            1, case when n % 2 = 0 then 'user_' || n % 20 end, ?, 1, ?, 1,
            opened_at, limit_at - interval '40 minutes', limit_at,
            case when n % 5 = 0 then limit_at + interval '8 hours' end,
            case when status = 'open' then opened_at end,
            case when status = 'open' and n % 2 = 0 then null
                 else opened_at + interval '10 minutes' end,
            case when status in ('open', 'waiting')
                 then limit_at - interval '40 minutes' end,
            case when status = 'waiting' then opened_at end,
            case when status = 'waiting' then limit_at end,
            opened_at + interval '15 minutes'
       from (select n, n / 3 as customer,
                    case when n / 3 % ${FIRST_NAMES} = 0 then 'olena'
                         else 'name' || n / 3 % ${FIRST_NAMES} end as name,
                    '38067' || lpad((n / 3 * 7919::bigint % 10000000)::text, 7, '0')
                      as phone,
                    ?::timestamptz - (${tasks} - n) * ?::interval as opened_at,
                    ?::timestamptz + interval '10 days'
                      - ((${tasks} - n) % ${active}) * interval '30 days'
                        / ${active} as limit_at,
                    case when n <= ${tasks - active} then
                           case when n % 10 = 0 then 'canceled'
                                else 'completed' end
                         when n % 4 = 1 then 'waiting'
                         else 'open' end as status
               from generate_series(1, ${tasks}) as n) as numbered`,
    [playbook_id, calendar_id, NOW, `${94_608_000 / tasks} seconds`, NOW]
  )
  await sql.execute("set maintenance_work_mem = '512MB'")
  for (const { definition } of indexes) {
    await sql.execute(definition)
  }
  await sql.execute("vacuum analyze")
}
