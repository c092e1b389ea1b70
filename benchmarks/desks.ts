import { Client } from "@medusajs/framework/pg"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../demo/postgres/connection"
import { root } from "../demo/root"
import { agents, demoPassword } from "../demo/seed/people"
import { openStore } from "../demo/store"
import { compileTo } from "../demo/store/compile"
import type { Benchmark, Comparison, Report } from "./harness/benchmark"
import { DeskPages } from "./harness/desk-pages"
import { median } from "./harness/rounds"
import { openServer } from "./harness/server"

const PAGES = 50
const ACTIVE = [200, 20_000]
const TASKS_PER_ACTIVE = 5

const SETTLES_MS = 2_000
const MEASURED_MS = 10_000
/** The share with pages that are told is the one that has a target. */
const TOLD_MS = 30_000
const CHANGES = 10

const COUNTED_EACH_TIME = "/admin/counted-each-time"

export const benchmark: Benchmark = {
  title: `the server's share of a core with ${PAGES} open queue pages, told of changes beside asking every second`,
  async run(): Promise<Report> {
    const server = await openServer()
    try {
      return await inStore(await server.database("desks"))
    } finally {
      await server.stop()
    }
  },
}

async function inStore(databaseUrl: string): Promise<Report> {
  const folder = join(root, ".demo", "benchmark-desks")
  const usagePort = await freePort()
  const store = await openStore({
    folder,
    databaseUrl,
    port: await freePort(),
    log: join(folder, "medusa.log"),
    env: {
      SHOP_HOURS: "always",
      CPU_USAGE_PORT: `${usagePort}`,
      NODE_OPTIONS: `--require=${join(__dirname, "harness", "serve-cpu-usage.cjs")}`,
    },
    complement: addRival,
    dashboard: false,
  })
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    const pages = await DeskPages.open(
      store.url,
      PAGES,
      agents.map(({ email }) => email),
      demoPassword
    )
    return await measure({ database, pages, usagePort })
  } finally {
    await database.end()
    await store.stop()
  }
}

/** A route of the benchmark's own, next to the plugin's. */
async function addRival(folder: string): Promise<void> {
  const source = join(__dirname, "rivals", "counted-each-time.ts")
  const compiled = await compileTo(folder, source)
  const route = join(folder, "src", "api", COUNTED_EACH_TIME)
  mkdirSync(route, { recursive: true })
  writeFileSync(
    join(route, "route.js"),
    `module.exports = require(${JSON.stringify(compiled)})\n`
  )
}

type Desk = { database: Client; pages: DeskPages; usagePort: number }

async function measure(desk: Desk): Promise<Report> {
  const shares: Comparison[] = []
  const behind: Comparison[] = []
  let idle = 0
  let slowest = 0
  for (const active of ACTIVE) {
    await fill(desk.database, active)
    const nobody = await shareOfCore(desk)
    const delays: number[] = []
    const told = await whileListening(desk, delays)
    desk.pages.poll("/admin/follow-ups/counts", 2_000)
    const shared = await shareOfCore(desk)
    desk.pages.leave()
    desk.pages.poll(COUNTED_EACH_TIME, 1_000)
    const asking = await shareOfCore(desk)
    desk.pages.leave()
    idle = Math.max(idle, told)
    slowest = Math.max(slowest, ...delays)
    shares.push({
      operation: `${active.toLocaleString("en")} active tasks, nothing changes`,
      unit: "% of a core",
      figures: [
        { contender: "no page open", value: nobody },
        { contender: `${PAGES} pages told`, value: told },
        {
          contender: `${PAGES} pages without a stream, each asks every 2 s`,
          value: shared,
        },
        {
          contender: `${PAGES} pages ask every second, counted each time`,
          value: asking,
        },
      ],
    })
    behind.push({
      operation: `${active.toLocaleString("en")} active tasks, from the commit until a page shows the new task`,
      unit: "ms",
      figures: [
        { contender: "median", value: median(delays) },
        { contender: "slowest", value: Math.max(...delays) },
      ],
    })
  }
  return {
    conditions: [
      `one store with its own PostgreSQL; the share is process.cpuUsage of the store's process over ${TOLD_MS / 1_000} s with pages that are told, else ${MEASURED_MS / 1_000} s`,
      `${TASKS_PER_ACTIVE} tasks for each active one; ${PAGES} pages of ${agents.length} people, each its own connection`,
      `behind: ${CHANGES} new tasks one after another, written by another process; it was checked that each came to every page`,
    ],
    comparisons: [...shares, ...behind],
    targets: [
      {
        name: `${PAGES} idle pages that are told`,
        unit: "% of a core",
        measured: idle,
        bound: "at most",
        limit: 10,
      },
      {
        name: "the page furthest behind",
        unit: " s",
        measured: slowest / 1_000,
        bound: "at most",
        limit: 3,
      },
    ],
  }
}

/** The idle share; the delays of changes that are made afterwards. */
async function whileListening(desk: Desk, delays: number[]): Promise<number> {
  const { pages, database } = desk
  let expected = ""
  let committed = 0
  let missing = new Set<number>()
  await pages.listen((page, ids) => {
    if (ids.includes(expected) && missing.delete(page)) {
      delays.push(performance.now() - committed)
    }
  })
  const share = await shareOfCore(desk, TOLD_MS)
  for (let change = 0; change < CHANGES; change += 1) {
    await sleep(Math.random() * 1_000)
    expected = `futask_new_${Date.now()}`
    missing = new Set(Array.from({ length: PAGES }, (_, page) => page))
    await openOne(database, expected)
    committed = performance.now()
    while (missing.size > 0) {
      await sleep(50)
      if (performance.now() - committed > 30_000) {
        throw new Error(`${missing.size} pages were told nothing within 30 s`)
      }
    }
  }
  pages.leave()
  return share
}

/** In percent. */
async function shareOfCore(
  { usagePort }: Desk,
  milliseconds = MEASURED_MS
): Promise<number> {
  await sleep(SETTLES_MS)
  const before = await usageAt(usagePort)
  const started = performance.now()
  await sleep(milliseconds)
  const used = (await usageAt(usagePort)) - before
  return (used / 1_000 / (performance.now() - started)) * 100
}

/** Microseconds. */
async function usageAt(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}`)
  const { user, system }: NodeJS.CpuUsage = await answer.json()
  return user + system
}

const NEW_TASK = `
  insert into follow_up_task
         (id, person_id, type, status, dedupe_key, order_id, order_display_id,
          currency_code, order_total, customer_name, phone, phone_e164,
          country_code, search_terms, priority, playbook_id, playbook_version,
          calendar_id, calendar_version, opened_at, running_since,
          response_target_at, response_limit_at, due_at, completed_at, outcome)
  select given.id, 'fuperson_' || n, 'confirm_order', status, given.id, 'order_' || n, n, 'uah', 100,
         'Olena Kovalenko', '0671234567', '+380671234567', 'ua',
         n || ' olena kovalenko 0671234567', priority, playbook.id,
         playbook.version, calendar.id, calendar.version, now(), now(),
         now() + interval '1 day', now() + interval '2 days',
         now() + interval '1 day',
         case when status = 'completed' then now() end,
         case when status = 'completed' then 'confirmed' end
    from given,
         (select id, version from follow_up_playbook
           where type = 'confirm_order' limit 1) as playbook,
         (select id, version from follow_up_business_calendar
           limit 1) as calendar`

async function fill(database: Client, active: number): Promise<void> {
  await database.query("truncate follow_up_task, follow_up_activity cascade")
  await database.query(
    `with given as (
       select 'futask_' || lpad(n::text, 8, '0') as id, n, 1 as priority,
              case when n <= $1::int then 'open' else 'completed' end as status
         from generate_series(1, $2::int) as n)
     ${NEW_TASK}`,
    [active, active * TASKS_PER_ACTIVE]
  )
  await database.query("vacuum analyze follow_up_task")
}

/** On top of the queue, with its entry in the history. */
async function openOne(database: Client, id: string): Promise<void> {
  await database.query(
    `with given as (select $1::text as id, 1 as n, 3 as priority, 'open' as status),
          task as (${NEW_TASK} returning id)
     insert into follow_up_activity (id, task_id, kind, data, occurred_at)
     select 'fuact_' || id, id, 'opened', '{}', now() from task`,
    [id]
  )
}
