import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { compileCalendar } from "../../src/business-time"
import {
  type Booking,
  type BookingResult,
  DELIVERY_WINDOW_MODULE,
  type DeliveryWindowModuleService,
  planWindows,
  type Template,
  type UsedWindow,
} from "../../src/modules/delivery-window"
import { connectionOf } from "../../src/postgres/connection"
import type { Sql } from "../../src/postgres/sql"

jest.setTimeout(180_000)

const FOLDER = join(__dirname, "../../src/modules/delivery-window")
const MODELS = readdirSync(join(FOLDER, "models")).map(
  (file) => require(join(FOLDER, "models", file)).default
)

/** A Monday morning; the shop is open on weekdays from nine to six. */
export const NOW = new Date("2026-11-23T07:00:00Z")

const HOURS: [string, string][] = [["09:00", "18:00"]]
const CALENDAR = compileCalendar({
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: HOURS,
    tuesday: HOURS,
    wednesday: HOURS,
    thursday: HOURS,
    friday: HOURS,
  },
  exceptions: [],
})

/** What moves the database's clock to a time. */
export const at = (moment: Date | string) =>
  new Date(moment).getTime() - Date.now()

/** From two to four, every day. */
export const AFTERNOON: Omit<Template, "id"> = {
  name: "Afternoon",
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  starts_at: "14:00",
  ends_at: "16:00",
  time_zone: "Europe/Kyiv",
  service_zone_id: "serzo_kyiv",
  shipping_option_ids: [],
  capacity: 10,
  capacity_unit: "orders",
  cut_off_minutes: 0,
  lead_minutes: 0,
  valid_from: null,
  valid_to: null,
  is_on: true,
}

export const BY_AGENT = {
  units: 1,
  agreed_by: "agent",
  actor_id: "user_1",
} as const

export const BY_CUSTOMER = {
  units: 1,
  agreed_by: "customer",
  actor_id: null,
} as const

/** The booking of a result that was not refused. */
export function booked(result: BookingResult): Booking {
  if (result.refused) {
    throw new Error(`refused: ${result.refused}`)
  }
  return result.booking
}

/** The element at a place that must be there. */
export function nth<T>(list: readonly T[], place = 0): T {
  const element = list[place]
  if (element === undefined) {
    throw new Error(`there are only ${list.length}`)
  }
  return element
}

export const times = (count: number) =>
  Array.from({ length: count }, (_, n) => n)

/** Long enough for a slow machine. */
const PATIENT = { lock_timeout_ms: 20_000, statement_timeout_ms: 30_000 }

type Plan = Parameters<DeliveryWindowModuleService["writePlan"]>[0]

type Suite = {
  service: DeliveryWindowModuleService
  /** A connection of its own to the module's tables. */
  sql(): Sql
  /** Does something in a transaction of its own. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** The windows of some days as `makeWindows` would make them. */
  plan(now?: Date | string, days?: number): Promise<Plan>
  /** Makes them. */
  make(now?: Date | string, days?: number): Promise<Booking[] | null>
  /** The windows of a new template, the first first. */
  windowsOf(template?: Partial<Template>): Promise<UsedWindow[]>
}

/**
 * Runs tests against the module on a real database, migrated afresh for each.
 * After each, the windows' counts must be the sums of their active bookings.
 */
export function describeWindows(
  title: string,
  tests: (suite: Suite) => void
): void {
  moduleIntegrationTestRunner<DeliveryWindowModuleService>({
    dbName: "follow-ups-delivery-window-module",
    moduleName: DELIVERY_WINDOW_MODULE,
    resolve: FOLDER,
    pathToMigrations: join(FOLDER, "migrations"),
    moduleModels: MODELS,
    moduleOptions: { limits: PATIENT },
    injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: console },
    testSuite: ({ service, MikroOrmWrapper }) => {
      const plan: Suite["plan"] = async (now = NOW, days = 7) => {
        const { today: from, version } = await service.readMaking(at(now))
        const to = new Date(Date.parse(from) + days * 86_400_000)
          .toISOString()
          .slice(0, 10)
        const rows = planWindows(
          await service.listTemplates(),
          await service.listExceptions({ from, to }),
          from,
          to,
          CALENDAR
        )
        return { rows, from, to, version, made_by: `${version}` }
      }
      const make: Suite["make"] = async (now = NOW, days = 7) =>
        await service.writePlan(await plan(now, days), at(now), new Date(now))
      describe(title, () => {
        afterEach(async () => {
          expect(await service.sumsDiffer()).toEqual([])
        })
        tests({
          service,
          plan,
          make,
          sql: () => connectionOf(MikroOrmWrapper.forkManager()),
          transaction: async (work) =>
            await MikroOrmWrapper.forkManager().transactional(
              async (manager) => await work(connectionOf(manager))
            ),
          windowsOf: async (template = {}) => {
            const { id } = await service.saveTemplate({
              ...AFTERNOON,
              ...template,
            })
            await make()
            return await service.listWindows({ template_ids: [id] })
          },
        })
      })
    },
  })
}
