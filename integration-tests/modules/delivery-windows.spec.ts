import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { compileCalendar } from "../../src/business-time"
import {
  type BookingResult,
  DELIVERY_WINDOW_MODULE,
  type DeliveryWindowModuleService,
  type Exception,
  planWindows,
  type Template,
  type Window,
} from "../../src/modules/delivery-window"

jest.setTimeout(60_000)

const FOLDER = join(__dirname, "../../src/modules/delivery-window")
const MODELS = readdirSync(join(FOLDER, "models")).map(
  (file) => require(join(FOLDER, "models", file)).default
)

/** A Monday morning; the shop is open on weekdays from nine to six. */
const NOW = new Date("2026-11-23T07:00:00Z")
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

/** The database's clock is moved to a time. */
const at = (moment: Date | string) => new Date(moment).getTime() - Date.now()

const AFTERNOON: Omit<Template, "id"> = {
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

const BY_AGENT = { units: 1, agreed_by: "agent", actor_id: "user_1" } as const

moduleIntegrationTestRunner<DeliveryWindowModuleService>({
  dbName: "follow-ups-delivery-window-module",
  moduleName: DELIVERY_WINDOW_MODULE,
  resolve: FOLDER,
  pathToMigrations: join(FOLDER, "migrations"),
  moduleModels: MODELS,
  moduleOptions: {
    limits: { lock_timeout_ms: 20_000, statement_timeout_ms: 30_000 },
  },
  injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: console },
  testSuite: ({ service }) => {
    const make = async (now: Date | string = NOW, days = 7) => {
      const ahead_ms = at(now)
      const making = await service.readMaking(ahead_ms)
      const from = making.today
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
      const { version } = making
      return await service.writePlan(
        { rows, from, to, version, made_by: `${version}` },
        ahead_ms
      )
    }
    const windowsFrom = async (
      template: Partial<Template>
    ): Promise<Window[]> => {
      const { id } = await service.saveTemplate({ ...AFTERNOON, ...template })
      await make()
      return await service.listWindows({ template_ids: [id] })
    }
    const first = (windows: Window[]): Window => {
      const [window] = windows
      if (!window) throw new Error("no window was made")
      return window
    }

    const describeSums = (title: string, tests: () => void) =>
      describe(title, () => {
        afterEach(async () => {
          expect(await service.sumsDiffer()).toEqual([])
        })
        tests()
      })

    describeSums("a place", () => {
      it("is taken by ten of two hundred who ask at once", async () => {
        const window = first(await windowsFrom({}))
        const results = await Promise.all(
          Array.from({ length: 200 }, (_, order) =>
            service.book(
              { window_id: window.id, order_id: `order_${order}`, ...BY_AGENT },
              at(NOW)
            )
          )
        )

        const refused = results.filter((result) => result.refused)
        expect(results.length - refused.length).toBe(10)
        expect(refused.map((result) => result.refused)).toEqual(
          Array.from({ length: 190 }, () => "full")
        )
        expect(
          new Set(
            refused.map((result) => result.refused && result.next?.local_date)
          )
        ).toEqual(new Set(["2026-11-24"]))
      })
    })
  },
})
