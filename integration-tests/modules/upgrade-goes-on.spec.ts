import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { DEFAULT_PLAYBOOKS } from "../../src/modules/follow-up/__tests__/plugin-desk"
import { aRequest } from "./open-request"
import { describeUpgraded, NOW, on, type Row } from "./upgraded-shop"

type Command = Parameters<FollowUpModuleService["runCommand"]>[0]["command"]

const OLENA = "user_olena"
const PETRO = "user_petro"

describeUpgraded(
  "a shop after its upgrade",
  ({ service, errors }, { before }) => {
    const find = async (name: string, type = "confirm_order") => {
      const tasks = await service.findTasks({ order_id: [`order_${name}`] })
      const found = tasks.find((task) => task.type === type)
      if (!found) {
        throw new Error(`There is no ${type} of ${name}`)
      }
      return found
    }

    const run = async (
      name: string,
      command: Command,
      actor_id: string | null = OLENA,
      idempotency_key: string | null = null
    ) => {
      const { id } = await find(name)
      return await service.runCommand(
        { task_id: id, command, actor_id, idempotency_key },
        NOW
      )
    }

    const named = (tasks: readonly { order_id: string | null }[]) =>
      tasks.map(({ order_id }) => order_id)

    afterEach(() => expect(errors).toEqual([]))

    it("hands over what waited, as it was and in its time", async () => {
      const waiting = before("outbox_event").sort((a, b) =>
        String(a.id) < String(b.id) ? -1 : 1
      )
      const ids = waiting.map(({ id }) => String(id))
      const asTaken = ({ id, kind, name, data, attempts }: Row) => ({
        ...{ id, kind, name, data, attempts },
      })
      const isDue = ({ next_attempt_at }: Row) =>
        next_attempt_at === null || new Date(String(next_attempt_at)) <= NOW
      const due = waiting.filter(isDue)
      expect(new Set(due.map(({ kind }) => kind))).toEqual(
        new Set(["event", "notification", "action"])
      )
      expect(due).toHaveLength(ids.length - 1)

      const taken = await service.takeOutbox(ids, NOW)
      expect(taken).toEqual(due.map(asTaken))
      await service.forgetOutbox(taken.map(({ id }) => id))
      expect(await service.takeOutbox(ids, on(23, "16:30"))).toEqual(
        waiting.filter((row) => !isDue(row)).map(asTaken)
      )
    })

    it("keeps its playbooks and calendars as they were edited", async () => {
      const { playbooks, calendars, bindings } = await service.readRuleBook(NOW)
      const current = (table: "playbook" | "calendar", row: Row) =>
        before(`${table}_version`).find(
          (version) =>
            version[`${table}_id`] === row.id && version.version === row.version
        )?.definition
      const kept = (table: string) =>
        before(table).filter(({ deleted_at }) => deleted_at === null)

      // The kinds of work that came since bring theirs.
      const brought = playbooks.filter(({ type }) =>
        [
          "arrange_delivery",
          "delivery_late",
          "payment_due",
          "refund_due",
          "resolve_shortage",
        ].includes(type)
      )
      expect(brought).toHaveLength(5)
      for (const playbook of brought) {
        expect(playbook).toMatchObject({
          enabled: true,
          is_seeded: true,
          is_edited: false,
        })
      }
      expect(playbooks).toHaveLength(kept("playbook").length + brought.length)
      for (const row of kept("playbook")) {
        const { id, type, name, enabled, position, version } = row
        const { is_seeded, is_edited } = row
        const definition = current("playbook", row)
        // One that nobody edited is as the new version of the plugin has it.
        const starting = DEFAULT_PLAYBOOKS[String(type)]
        const newer =
          is_edited || !starting
            ? { version, definition }
            : {
                version: Number(version) + 1,
                definition: {
                  ...Object(definition),
                  escalation: starting.escalation,
                },
              }
        expect(playbooks.find((playbook) => playbook.id === id)).toMatchObject({
          ...{ type, name, enabled, position, is_seeded, is_edited },
          ...newer,
        })
      }
      expect(calendars).toHaveLength(kept("business_calendar").length)
      for (const row of kept("business_calendar")) {
        const { id, name, is_default, is_edited, version } = row
        expect(calendars.find((calendar) => calendar.id === id)).toMatchObject({
          ...{ name, is_default, is_edited, version },
          definition: current("calendar", row),
        })
      }
      expect(
        bindings.map(
          ({ scope, reference_id, calendar_id }) =>
            `${scope} ${reference_id} ${calendar_id}`
        )
      ).toEqual(
        expect.arrayContaining(
          kept("calendar_binding").map(
            ({ scope, reference_id, calendar_id }) =>
              `${scope} ${reference_id} ${calendar_id}`
          )
        )
      )
      expect(await service.cannedAnswers()).toMatchObject(
        kept("canned_answer")
          .sort((a, b) => Number(a.position) - Number(b.position))
          .map(({ id, name, types, texts }) => ({ id, name, types, texts }))
      )
    })

    it("opens new tasks under those rules, and none a second time", async () => {
      const open = (facts: Parameters<typeof aRequest>[0]) =>
        service.openTasks([aRequest({ opened_at: NOW, ...facts })], NOW, [
          OLENA,
          PETRO,
        ])
      // Olena already has more open tasks than the four that the playbook
      // allows.
      expect(await open({})).toMatchObject([
        { task: { assignee_id: PETRO, response_limit_at: on(23, "16:50") } },
      ])
      expect(await open({ order_total: 6000 })).toMatchObject([
        { task: { playbook_id: "fuplay_large", priority: 2 } },
      ])
      expect(
        await open({ country_code: "bg", sales_channel_id: "sc_warehouse" })
      ).toMatchObject([
        {
          task: {
            playbook_id: "fuplay_bulgaria",
            calendar_id: "fucal_warehouse",
            response_limit_at: on(23, "22:45"),
          },
        },
      ])
      for (const { dedupe_key, type } of before("task")) {
        if (typeof dedupe_key === "string") {
          const again = await open({ type: String(type), dedupe_key })
          expect(again).toEqual([])
        }
      }
    })

    it("lets an attempt of before the upgrade be withdrawn", async () => {
      const withdraw: Command = { kind: "withdraw_attempt" }
      await run("just_attempted", withdraw)
      expect(await find("just_attempted")).toMatchObject({
        status: "open",
        attempt_count: 0,
        runs: [],
        running_since: on(23, "15:45"),
        responded_at: null,
        assignee_id: null,
        ladder: {},
        due_at: on(23, "16:05"),
        response_limit_at: on(23, "16:45"),
      })

      const { event_ids } = await run("just_completed", withdraw)
      expect(await find("just_completed")).toMatchObject({
        status: "open",
        outcome: null,
        runs: [],
        running_since: on(23, "15:44"),
      })
      expect(await service.takeOutbox(event_ids, NOW)).toMatchObject([
        { name: "follow-up.reopened" },
      ])

      const again = await run("attempted_by_mistake", withdraw)
      expect(again.event_ids).toEqual([])
      await expect(run("noted", withdraw, PETRO)).rejects.toThrow(
        "may be withdrawn within 10 minutes"
      )
    })

    it("knows the keys that were used", async () => {
      const { id } = await find("noted")
      const history = async () =>
        (await service.listFollowUpActivities({ task_id: id })).length
      const length = await history()
      const note = "Gate 12, the dog doesn't bite"
      const again = await run(
        "noted",
        { kind: "note", note },
        PETRO,
        "key-note"
      )
      expect(again.event_ids).toEqual([])
      const other: Command = { kind: "note", note: "Gate 13" }
      for (const key of ["key-note", "key-attempt"]) {
        await expect(run("noted", other, PETRO, key)).rejects.toThrow(
          `Idempotency-Key "${key}" was already used for another command`
        )
      }
      expect(await history()).toBe(length)

      await service.forgetCommandKeys(NOW)
      await run("confirmed", other, PETRO, "key-confirmed")
      await expect(run("noted", other, PETRO, "key-note")).rejects.toThrow(
        "was already used"
      )
    })

    it("tries again what had failed, and reads on from where it was", async () => {
      const failed = (entity: "order" | "customer", now = NOW) =>
        service.listFailed(entity, 10, now)
      // The migration listed the canceled order by the database's own clock,
      // from which the tests' clock is away.
      expect(await failed("order")).toEqual([
        "order_failed",
        "order_canceled_with_order",
      ])
      expect(await failed("order", on(23, "16:05"))).toEqual([
        "order_failed",
        "order_failed_too",
        "order_canceled_with_order",
      ])
      expect(await failed("customer")).toEqual(["cus_failed"])
      await service.forgetFailed(["order_failed"])
      expect(await failed("order")).toEqual(["order_canceled_with_order"])
      expect(await service.giveUpFailed("order", NOW)).toEqual([
        "order_failed_too",
      ])

      expect(await service.markFirstStart(NOW)).toEqual(on(19, "18:30"))
      expect(await service.readWatermark("orders", NOW)).toEqual(
        on(23, "15:24")
      )
      expect(await service.readWatermark("customers", NOW)).toEqual(
        on(23, "15:23")
      )
    })

    it("goes on reconciling the tasks that it had", async () => {
      const followed = await service.listSyncedTasks("", 1000)
      expect(
        followed.filter(({ order_seen_at }) => order_seen_at !== null)
      ).toMatchObject([
        {
          order_id: "order_refreshed",
          order_seen_at: on(23, "15:24"),
          customer_seen_at: on(23, "15:23"),
        },
      ])
      expect(await service.listOrdersToCall(on(20, "08:00"), 100)).toEqual([
        "order_number_received",
      ])
      expect(named(await service.listTasksWithoutNumber(100))).toEqual([
        "order_waits_for_number",
      ])
      // A task that a crash left out of sync with its order can be reopened by
      // a program.
      await run("canceled_with_order", { kind: "reopen", note: null }, null)
      expect(await find("canceled_with_order")).toMatchObject({
        status: "open",
        cancel_reason: null,
      })
      const before = await find("falls_back_to_canceling")
      await run("falls_back_to_canceling", { kind: "cancel_order" })
      expect(await find("falls_back_to_canceling")).toMatchObject({
        status: before?.status,
        fallback: "cancel_order",
      })
    })

    it("shows the same queue", async () => {
      expect(await service.countQueue(OLENA, NOW)).toMatchObject({
        counts: { all: 52, late: 6, mine: 13, now: 23, waiting: 10 },
        urgent: 8,
      })
      while (await service.refoldSearch(10)) {
        // As the first ticks do, until all terms are made anew.
      }
      const search = async (q: string) => {
        const { tasks } = await service.listQueue(
          { q },
          {
            sort: { column: "opened_at", descending: false },
            limit: 100,
            offset: 0,
          },
          OLENA,
          NOW
        )
        return named(tasks)
      }
      expect(await search("тарас")).toEqual(["order_refreshed"])
      expect(await search("0501112233")).toEqual(["order_refreshed"])
      expect(await search("#2042")).toEqual(["order_refreshed"])
      expect(await search("deleted")).toEqual([])
      expect(await service.listAssignees()).toEqual(
        expect.arrayContaining([OLENA, PETRO, "user_boss"])
      )
    })
  }
)
