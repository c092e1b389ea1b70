import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import {
  expectedAt,
  type LineNow,
  SHORTAGE_MODULE,
  type ShortageModuleService,
} from "../../src/modules/shortage"
import { selectDriftingItems } from "../../src/modules/shortage/noticing/lines"
import { connectionOf } from "../../src/postgres/connection"
import { plansOf } from "./big-shop"

jest.setTimeout(180_000)

const FOLDER = join(__dirname, "../../src/modules/shortage")
const MODELS = readdirSync(join(FOLDER, "models")).map(
  (file) => require(join(FOLDER, "models", file)).default
)

const NOW = new Date("2026-11-23T09:00:00Z")
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)

const short = (units: number, more: Partial<LineNow> = {}): LineNow => ({
  order_id: "order_1",
  line_item_id: "ordli_1",
  variant_id: "variant_1",
  title: "Kettle",
  variant_title: null,
  sku: "KET",
  ordered: 3,
  units,
  computed: units,
  reported: 0,
  places: [{ ...PLACE, lacking: units }],
  since: NOW,
  end_reason: "stock_arrived",
  ...more,
})

const PLACE = { inventory_item_id: "iitem_1", location_id: "sloc_1" }

moduleIntegrationTestRunner<ShortageModuleService>({
  dbName: "follow-ups-shortage-module",
  moduleName: SHORTAGE_MODULE,
  resolve: FOLDER,
  pathToMigrations: join(FOLDER, "migrations"),
  moduleModels: MODELS,
  injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: console },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const found = async (run: number, ...lines: LineNow[]) =>
      await service.writeFound(
        { run, items: new Map([["iitem_1", []]]), lines },
        NOW
      )
    const unitsNow = async () =>
      (await service.listShortLines({})).map(({ units }) => units)

    describe("what a run found out", () => {
      it("is not written by one that began before another that has written", async () => {
        const [older, newer] = [
          await service.beginRun(),
          await service.beginRun(),
        ]

        expect(await found(newer, short(2))).toBe(true)
        expect(await found(older, short(1))).toBe(false)
        expect(await unitsNow()).toEqual([2])
        expect(await found(await service.beginRun(), short(1))).toBe(true)
        expect(await unitsNow()).toEqual([1])
      })

      it("makes the order's task due only if it changes something", async () => {
        await found(await service.beginRun(), short(2))
        expect(await service.listOrdersToSync(10)).toEqual(["order_1"])
        const version = await service.readVersion("order_1")
        expect(
          await service.markSynced({
            order_id: "order_1",
            version: version - 1,
          })
        ).toBe(version === 1)
        expect(await service.markSynced({ order_id: "order_1", version })).toBe(
          true
        )

        await found(await service.beginRun(), short(2))
        expect(await service.listOrdersToSync(10)).toEqual([])
        await found(await service.beginRun(), short(3))
        expect(await service.listOrdersToSync(10)).toEqual(["order_1"])
      })

      it("ends a line with its reason, and begins another when it is short again", async () => {
        await found(await service.beginRun(), short(2))
        const [first] = await service.listShortLines({})
        await found(
          await service.beginRun(),
          short(0, { end_reason: "order_changed" })
        )
        expect(await unitsNow()).toEqual([])
        expect(await service.readEnds("order_1")).toEqual([
          {
            line_item_id: "ordli_1",
            end_reason: "order_changed",
            ended_at: NOW,
          },
        ])

        await found(await service.beginRun(), short(1))
        expect(await service.readEnds("order_1")).toEqual([])
        const [second] = await service.listShortLines({})
        expect(second?.id).not.toBe(first?.id)
      })

      it("is found again by order, item and variant, and checked in turn", async () => {
        const other = short(1, {
          order_id: "order_2",
          line_item_id: "ordli_2",
          variant_id: "variant_2",
          places: [{ ...PLACE, inventory_item_id: "iitem_2", lacking: 1 }],
          since: later(-60),
        })
        await found(await service.beginRun(), short(2), other)
        const ordersOf = async (filters: object) =>
          (await service.listShortLines(filters)).map((line) => line.order_id)

        expect(await ordersOf({})).toEqual(["order_2", "order_1"])
        expect(await ordersOf({ order_ids: ["order_1"] })).toEqual(["order_1"])
        expect(await ordersOf({ variant_ids: ["variant_2"] })).toEqual([
          "order_2",
        ])
        expect(await ordersOf({ inventory_item_ids: ["iitem_2"] })).toEqual([
          "order_2",
        ])
        const checked = [
          ...(await service.takeLinesToCheck(1, NOW)),
          ...(await service.takeLinesToCheck(1, later(1))),
        ]
        expect(checked.map(({ order_id }) => order_id).sort()).toEqual([
          "order_1",
          "order_2",
        ])
      })
    })

    describe("counters that drift", () => {
      it("are found by their index, those looked at longest ago first", async () => {
        const sql = connectionOf(MikroOrmWrapper.forkManager())
        await sql.execute(
          `insert into shortage_item (inventory_item_id, run, drift, updated_at)
           select 'iitem_' || n, 1,
                  case when n % 1000 = 0 then '[{"counter": 1}]' else '[]' end::jsonb,
                  ?::timestamptz - n * interval '1 second'
             from generate_series(1, 20000) as n`,
          [NOW]
        )
        await sql.execute("analyze shortage_item")

        const [plan] = await plansOf(sql, async (asked) => {
          expect(await selectDriftingItems(asked, 2)).toEqual([
            "iitem_20000",
            "iitem_19000",
          ])
        })
        expect(plan?.scanned).toEqual([])
        expect(plan?.indexes).toEqual(["IDX_shortage_item_drifting"])
      })
    })

    describe("what waits for it", () => {
      const placed = (nth: number, more: Partial<LineNow> = {}) =>
        short(1, {
          order_id: `order_${nth}`,
          line_item_id: `ordli_${nth}`,
          since: later(-nth),
          ...more,
        })
      const worth = (
        nth: number,
        version: number,
        currency_code = "uah",
        total = 100 * nth
      ) => ({
        order_id: `order_${nth}`,
        version,
        currency_code,
        total,
        line_totals: { [`ordli_${nth}`]: 30 * nth },
      })
      const money = (currency_code: string, amount: number) => ({
        currency_code,
        amount,
      })

      it("is added up by item and currency, each order once, page by page", async () => {
        await found(
          await service.beginRun(),
          placed(1),
          placed(2),
          placed(3),
          // Another line of the first order, which names no variant.
          placed(4, {
            order_id: "order_1",
            variant_id: null,
            title: "Gift wrap",
          }),
          placed(5, {
            order_id: "order_5",
            variant_id: "variant_2",
            places: [],
          })
        )
        await service.writeAmounts(
          [
            worth(1, 1),
            worth(2, 1, "eur"),
            { ...worth(5, 1), currency_code: null, total: null },
          ],
          NOW
        )

        expect(await service.readShortInAll()).toEqual({
          items: 3,
          orders: 4,
          lines: 5,
          units: 5,
          unpriced: 1,
          // A third of each line.
          missing: [money("eur", 20), money("uah", 10)],
          waiting: [money("eur", 200), money("uah", 100)],
        })
        const all = await service.listShortItems({ limit: 9, offset: 0 })
        expect(all).toMatchObject([
          {
            variant_id: "variant_1",
            orders: 3,
            units: 3,
            since: later(-3),
            missing: [money("eur", 20), money("uah", 10)],
            waiting: [money("eur", 200), money("uah", 100)],
            places: [PLACE],
          },
          { variant_id: "variant_2", orders: 1, waiting: [], places: [] },
          {
            variant_id: null,
            title: "Gift wrap",
            missing: [],
            waiting: [money("uah", 100)],
          },
        ])
        const pages = [0, 1, 2, 3].map(
          async (offset) => await service.listShortItems({ limit: 1, offset })
        )
        expect((await Promise.all(pages)).flat()).toEqual(all)
      })

      it("is read again once the order may have changed, also while it was read", async () => {
        await found(await service.beginRun(), placed(1), placed(2))
        expect(await service.listOrdersToPrice(1)).toHaveLength(1)
        const due = async () =>
          (await service.listOrdersToPrice(9)).map(({ order_id }) => order_id)
        await service.markToPrice(["order_1"], null)
        await service.writeAmounts([worth(1, 1), worth(2, 1)], NOW)
        expect(await due()).toEqual(["order_1"])
        await service.writeAmounts([worth(1, 2)], NOW)
        expect(await due()).toEqual([])

        await service.markToPrice(["order_1", "order_2"], NOW)
        expect(await due()).toEqual([])
        await service.markToPrice(["order_1"], null)
        expect(await due()).toEqual(["order_1"])
        await service.writeAmounts([worth(1, 3)], NOW)
        expect(await due()).toEqual([])

        await service.markToPrice(["order_1"], later(1))
        expect(await due()).toEqual(["order_1"])
        await found(
          await service.beginRun(),
          placed(1, { units: 0, end_reason: "items_sent" })
        )
        expect(await due()).toEqual([])
      })
    })

    describe("what is dirty", () => {
      const item = { entity: "item", id: "iitem_1" } as const

      it("is taken once, and left alone longer after each failure", async () => {
        await service.markDirty([item, item], NOW)
        expect(await service.takeDirty(10, NOW)).toHaveLength(1)
        expect(await service.takeDirty(10, later(9))).toEqual([])
        expect(await service.takeDirty(10, later(11))).toHaveLength(1)
        expect(await service.takeDirty(10, later(11 + 19))).toEqual([])
        expect(await service.takeDirty(10, later(11 + 21))).toHaveLength(1)
      })

      it("stays so if it was marked again while it was computed", async () => {
        await service.markDirty([item], NOW)
        const taken = await service.takeDirty(10, NOW)
        await service.markDirty([item], NOW)
        await service.forgetDirty(taken)
        const again = await service.takeDirty(10, NOW)
        expect(again).toMatchObject([{ ...item, version: 2 }])
        await service.forgetDirty(again)
        expect(await service.takeDirty(10, later(3_600))).toEqual([])
      })
    })

    describe("what people say", () => {
      it("fits what is left of the line, and what is yet to be sent of it", async () => {
        const report = {
          order_id: "order_1",
          line_item_id: "ordli_fit",
          quantity_found: 2,
          ordered: 5,
          units: 3,
          reason: null,
          corrected_stock: false,
          actor_id: null,
        }
        await service.keepReport(report, NOW)
        const missing = async (
          ordered: number,
          outstanding: number,
          read_at = NOW
        ) => {
          const { line_item_id } = report
          await service.fitReports(
            [{ line_item_id, ordered, outstanding }],
            read_at
          )
          return (await service.readReported([line_item_id])).get(line_item_id)
        }

        expect(await missing(5, 5)).toBe(3)
        expect(await missing(4, 4)).toBe(2)
        expect(await missing(4, 4)).toBe(2)
        expect(await missing(6, 6)).toBe(2)
        expect(await missing(6, 1)).toBe(1)
        await service.keepReport(report, later(60))
        // What was read before the report says nothing of it.
        expect(await missing(2, 2)).toBe(3)
        expect(await missing(2, 2, later(60))).toBeUndefined()
      })

      it("is the latest report of a line, until it is found or sent", async () => {
        const report = async (units: number, line_item_id = "ordli_1") =>
          await service.keepReport(
            {
              order_id: "order_1",
              line_item_id,
              quantity_found: 3 - units,
              ordered: 3,
              units,
              reason: null,
              corrected_stock: false,
              actor_id: null,
            },
            NOW
          )
        const reported = async () =>
          Object.fromEntries(await service.readReported(["ordli_1", "ordli_2"]))

        await report(2)
        await report(1)
        await report(3, "ordli_2")
        expect(await reported()).toEqual({ ordli_1: 1, ordli_2: 3 })
        await report(0)
        await service.endReports(["ordli_2"], NOW)
        expect(await reported()).toEqual({})
      })

      it("is a date of each location, or else of all, and none if one is unknown", async () => {
        const announce = async (
          day: string | null,
          location_id: string | null = null,
          at = NOW
        ) =>
          await service.keepAnnouncement(
            {
              inventory_item_id: "iitem_1",
              location_id,
              expected_at: day ? new Date(day) : null,
              note: null,
              actor_id: null,
            },
            at
          )
        const expected = async (...location_ids: string[]) =>
          expectedAt(
            location_ids.map((location_id) => ({
              inventory_item_id: "iitem_1",
              location_id,
              lacking: 1,
            })),
            await service.readAnnouncements(["iitem_1"])
          )
            ?.toISOString()
            .slice(0, 10) ?? null

        await announce("2026-12-01")
        await announce("2026-12-09", "sloc_2")
        expect(await expected("sloc_1")).toBe("2026-12-01")
        expect(await expected("sloc_1", "sloc_2")).toBe("2026-12-09")
        await announce(null, null, later(1))
        expect(await expected("sloc_1")).toBeNull()
        expect(await expected("sloc_1", "sloc_2")).toBeNull()
        expect(await expected("sloc_2")).toBe("2026-12-09")
      })
    })
  },
})
