import { MikroORM } from "@medusajs/framework/mikro-orm/postgresql"
import { Client } from "@medusajs/framework/pg"
import { TestDatabaseUtils } from "@medusajs/test-utils"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { FollowUpExtension } from "../../src/desk/handlers"
import { DATABASE, describeModule, MIGRATIONS } from "./follow-up-module"

/** A time in Kyiv on a day of November. */
export const on = (day: number, time: string) =>
  new Date(`2026-11-${day}T${time}+02:00`)

/** The Monday afternoon on which the shop is upgraded. */
export const NOW = on(23, "16:00")

/** The shop's last migration when its rows were written. */
const LAST = "Migration20261122100000"

const ROWS = readFileSync(
  join(__dirname, "before-kinds-of-work/rows.sql"),
  "utf8"
)

/** The shop's own type, as its options described it at that time. */
const verifyPayment: FollowUpExtension = {
  declaration: {
    kind: "verify_payment",
    task_types: [
      {
        type: "verify_payment",
        label: { en: "Verify the payment", uk: "Перевірити оплату" },
        outcomes: [
          { outcome: "paid", label: { en: "Paid" }, group: "not_reached" },
          {
            outcome: "not_paid",
            label: { en: "Not paid" },
            group: "not_reached",
          },
        ],
        playbook: {
          triggers: ["order_placed"],
          conditions: {
            all: [{ field: "large_first_order", operator: "is", value: true }],
            any: [],
          },
          escalation: [
            {
              id: "hold",
              relative_to: "response_limit",
              offset_minutes: 0,
              action: { kind: "custom", name: "hold_order" },
            },
          ],
        },
      },
    ],
    conditions: [
      {
        condition: "large_first_order",
        label: { en: "First order above 3,000" },
        kind: "boolean",
      },
    ],
    escalation_actions: [{ action: "hold_order" }],
  },
  handlers: {
    conditions: { large_first_order: (asked) => asked.map(() => false) },
    escalation_actions: { hold_order: async () => {} },
  },
}

/** The rows are one customer's: most tests are about each task alone. */
const ONE_PERSON_EACH = `
  update follow_up_task as task
     set customer_id = customer_id || '_' || n,
         email = 'olena' || n || '@mail.example',
         phone_e164 = '+38067' || 1234567 + n
    from (select id, row_number() over (order by id) as n
            from follow_up_task) as numbered
   where task.id = numbered.id`

const TABLES = [...ROWS.matchAll(/^insert into follow_up_(\w+)$/gm)].flatMap(
  ([, table]) => table ?? []
)

/** As PostgreSQL writes it in JSON. */
export type Row = Record<string, unknown>

/** The rows of a table, given its name without the prefix. */
export type Rows = (table: string) => Row[]

type Upgrade = { before: Rows; after: Rows }

/** Whether the tasks stay those of a few customers. */
type Options = { as_written?: boolean }

type Tests = (
  suite: Parameters<Parameters<typeof describeModule>[1]>[0],
  /** The shop's rows before and after the migrations. */
  upgrade: Upgrade
) => void

/**
 * Runs tests against the module on the database of a shop at commit 9002486,
 * with tasks in every state, edited rules and a non-empty outbox, upgraded by
 * all later migrations.
 */
export function describeUpgraded(
  title: string,
  tests: Tests,
  options: Options = {}
): void {
  let upgrade: Upgrade
  describeModule(
    title,
    (suite) =>
      tests(suite, {
        before: (table) => upgrade.before(table),
        after: (table) => upgrade.after(table),
      }),
    { extensions: [verifyPayment] },
    async () => {
      upgrade = await upgradeDatabase(options)
    }
  )
}

/** Replaces the tests' database with the shop's. */
async function upgradeDatabase(options: Options): Promise<Upgrade> {
  const clientUrl = TestDatabaseUtils.getDatabaseURL(DATABASE)
  const client = new Client({ connectionString: clientUrl })
  const orm = await MikroORM.init({
    ...TestDatabaseUtils.getMikroOrmConfig({
      mikroOrmEntities: [],
      pathToMigrations: MIGRATIONS,
      clientUrl,
    }),
    discovery: { warnWhenNoEntities: false },
  })
  await client.connect()
  try {
    await client.query("drop schema public cascade; create schema public")
    await orm.getMigrator().up({ to: LAST })
    await client.query(ROWS)
    if (!options.as_written) {
      await client.query(ONE_PERSON_EACH)
    }
    const before = await readRows(client)
    await orm.getMigrator().up()
    return { before, after: await readRows(client) }
  } finally {
    await client.end()
    await orm.close()
  }
}

async function readRows(client: Client): Promise<Rows> {
  const tables = new Map<string, Row[]>()
  for (const table of TABLES) {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(stored) as row
         from follow_up_${await nameNow(table, client)} as stored`
    )
    tables.set(
      table,
      rows.map(({ row }) => row)
    )
  }
  return (table) => {
    const rows = tables.get(table)
    if (!rows) {
      throw new Error(`rows.sql has no table follow_up_${table}`)
    }
    return rows
  }
}

/** Tables that later migrations rename. */
const RENAMED: Readonly<Record<string, string>> = {
  unfollowed_record: "failed_record",
}

async function nameNow(table: string, client: Client): Promise<string> {
  const { rows } = await client.query<{ found: string | null }>(
    "select to_regclass($1) as found",
    [`follow_up_${table}`]
  )
  return rows[0]?.found ? table : (RENAMED[table] ?? table)
}
