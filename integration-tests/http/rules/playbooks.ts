import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { acting, asking, extendShop } from "../../shop/extensions"
import { DEFAULT_PLAYBOOKS } from "../../../src/modules/follow-up/__tests__/plugin-desk"
import { placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { PLAYBOOKS, playbookRoutes } from "./playbook-routes"

const MONDAY_NOON = "2026-11-23T12:00+02:00"

export function playbooks(shop: TestShop): void {
  const { list, ofType, standard, create, update, order } = playbookRoutes(shop)

  const sql = async (statement: string) => {
    const knex = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw(statement)
  }

  describe("reading", () => {
    it("begins with one for each type, as the plugin brings it", async () => {
      shop.clock.set(MONDAY_NOON)
      const { body } = await shop.get(PLAYBOOKS).expect(200)

      expect(body).toEqual({
        playbooks: [
          "arrange_delivery",
          "complete_contact",
          "confirm_order",
          "delivery_late",
          "payment_due",
          "refund_due",
          "resolve_shortage",
        ].map((type) => ({
          id: expect.stringMatching(/^fuplay_/),
          name: "Standard",
          type,
          enabled: true,
          position: 0,
          version: 1,
          is_seeded: true,
          is_edited: false,
          // No order opens the others by being placed.
          is_catch_all: ["complete_contact", "confirm_order"].includes(type),
          asked_in_vain: [],
          taken_by: [],
          definition: DEFAULT_PLAYBOOKS[type],
          active_tasks: 0,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        })),
        count: 7,
        limit: 50,
        offset: 0,
        now: "2026-11-23T10:00:00.000Z",
      })
    })

    it("shows a page of them, and one", async () => {
      const [, second] = await list()
      const page = await shop.get(`${PLAYBOOKS}?limit=1&offset=1`).expect(200)
      const one = await shop.get(`${PLAYBOOKS}/${second?.id}`).expect(200)

      expect(page.body).toMatchObject({
        playbooks: [second],
        count: 7,
        limit: 1,
        offset: 1,
      })
      expect(one.body.playbook).toEqual(second)
    })

    it("says what a playbook may say", async () => {
      const { body } = await shop.get(`${PLAYBOOKS}/vocabulary`).expect(200)

      expect(body.condition_fields).toContainEqual({
        field: "order_total",
        label: null,
        kind: "amount",
        operators: ["at_least", "below"],
        choices: [],
        choice_labels: {},
        entity: null,
      })
      expect(body.types).toContainEqual({
        type: "complete_contact",
        label: expect.objectContaining({ en: "Ask for phone number" }),
        outcomes: ["number_received", "no_number", "unreachable"],
        has_safe_orders: false,
        may_cancel_order: false,
        scripts: {
          en: expect.stringContaining("{{ shop }}"),
          uk: expect.any(String),
          ru: expect.any(String),
          bg: expect.any(String),
        },
        own_playbook: {
          enabled: true,
          conditions: {
            all: [{ field: "has_phone", operator: "is", value: false }],
            any: [],
          },
        },
        starting_playbook: expect.objectContaining({
          response_target_minutes: 60,
          safe_orders: null,
        }),
      })
    })
  })

  describe("what the shop's own code registers", () => {
    afterEach(() => {
      extendShop(shop)
    })

    it("is offered to playbooks, and may be named by them", async () => {
      const definition = {
        conditions: {
          all: [{ field: "is_vip", operator: "is", value: true }],
          any: [],
        },
        escalation: [
          {
            id: "bell",
            relative_to: "response_limit",
            offset_minutes: 0,
            action: { kind: "custom", name: "ring_the_bell" },
          },
        ],
      }
      const { id, definition: before } = await standard()
      const save = () =>
        shop.post(`${PLAYBOOKS}/${id}`, {
          definition: { ...before, ...definition },
        })
      expect((await save()).body.message).toBe(
        'escalation[0].action.name was "ring_the_bell"; it must be an action that the shop\'s own code registered, and there is none'
      )

      extendShop(
        shop,
        asking("is_vip", () => true),
        acting("ring_the_bell", async () => {})
      )
      const { body } = await shop.get(`${PLAYBOOKS}/vocabulary`).expect(200)
      expect(body.condition_fields).toContainEqual({
        field: "is_vip",
        label: { en: "A VIP" },
        kind: "boolean",
        operators: ["is"],
        choices: [],
        choice_labels: {},
        entity: null,
      })
      expect(body.custom_actions).toEqual([
        { name: "ring_the_bell", label: null },
      ])
      expect((await save()).body.playbook.definition).toMatchObject(definition)
    })
  })

  describe("several of one type", () => {
    it("are asked in their order: the first that matches wins", async () => {
      const first = await standard()
      const large = await create("Large orders", {
        conditions: {
          all: [
            {
              field: "order_total",
              operator: "at_least",
              value: 1,
              currency_code: "uah",
            },
          ],
          any: [],
        },
        response_target_minutes: 5,
      })
      expect(large).toMatchObject({
        name: "Large orders",
        position: 1,
        version: 1,
        enabled: true,
        is_seeded: false,
        is_edited: true,
      })
      const before = await placeOrder(shop)
      expect((await taskOf(shop, before.id)).playbook).toMatchObject({
        id: first.id,
      })

      const { body } = await order([large.id, first.id]).expect(200)
      expect(body.playbooks).toMatchObject([
        { id: large.id, position: 0 },
        { id: first.id, position: 1, is_edited: false },
      ])
      const after = await placeOrder(shop)
      expect((await taskOf(shop, after.id)).playbook).toEqual({
        id: large.id,
        name: "Large orders",
        version: 1,
      })
      const bulgarian = await placeOrder(shop, {
        country: "bg",
        phone: "0888 123 456",
      })
      expect((await taskOf(shop, bulgarian.id)).playbook).toMatchObject({
        id: first.id,
      })
    })

    it("say which of them never opens a task, and what takes all of it", async () => {
      const first = await standard()
      const taken_by = [{ id: first.id, name: first.name }]
      const total = (value: number) => ({
        field: "order_total",
        operator: "at_least" as const,
        value,
        currency_code: "uah",
      })
      const { all } = first.definition.conditions
      const conditions = { all: [...all, total(500)], any: [] }
      const large = await create("Large orders", { conditions })
      expect(large).toMatchObject({ taken_by })
      const larger = await create("Larger orders", {
        conditions: { all: [total(1_000)], any: [] },
      })
      expect(larger).toMatchObject({ taken_by: [] })

      // Moved above, it may match, and still leaves something to the first.
      const { body } = await order([large.id, larger.id, first.id]).expect(200)
      expect(body.playbooks).toMatchObject([
        { id: large.id, taken_by: [] },
        { id: larger.id, taken_by: [] },
        { id: first.id, taken_by: [] },
      ])

      // Saved, switched off and switched on.
      expect(
        await update(large.id, {
          definition: {
            ...large.definition,
            conditions: { all: [total(500)], any: [] },
          },
        })
      ).toMatchObject({ taken_by: [] })
      const taker = { id: large.id, name: "Large orders" }
      expect(await ofType()).toMatchObject([
        {},
        { id: larger.id, taken_by: [taker] },
        { id: first.id, taken_by: [] },
      ])
      await update(large.id, { enabled: false })
      expect(await ofType()).toMatchObject([{}, { taken_by: [] }, {}])
      await update(large.id, { enabled: true })
      expect(await update(larger.id, { enabled: false })).toMatchObject({
        enabled: false,
        taken_by: [taker],
      })
    })

    it("can be put into an order only as a whole", async () => {
      const first = await standard()
      const second = await create("Second")
      const contact = await standard("complete_contact")

      for (const [ids, says, code] of [
        [
          [second.id],
          `ids is without "${first.id}" ("Standard"); it may be all 2 playbooks of the type confirm_order, in their new order`,
          "order_incomplete",
        ],
        [
          [second.id, contact.id],
          `ids[1] was "${contact.id}"; it may be the id of a playbook of the type confirm_order, and there is none with this one`,
          "order_with_stranger",
        ],
        [
          [second.id, first.id, second.id],
          `ids[2] was "${second.id}", as was ids[0]; each may be named once`,
          "order_with_repetition",
        ],
      ] as const) {
        const { status, body } = await order([...ids])
        expect([status, body]).toEqual([
          400,
          expect.objectContaining({
            type: "invalid_data",
            message: says,
            code,
          }),
        ])
      }
      expect((await ofType()).map(({ id }) => id)).toEqual([
        first.id,
        second.id,
      ])
    })

    it("close up when one is deleted, whose tasks keep what they run under", async () => {
      const first = await standard()
      const second = await create("Second")
      const third = await create("Third")
      await order([second.id, first.id, third.id]).expect(200)
      const { id: order_id } = await placeOrder(shop)
      const task = await taskOf(shop, order_id)
      const { body } = await shop.delete(`${PLAYBOOKS}/${second.id}`)

      expect(body).toEqual({
        id: second.id,
        object: "follow_up_playbook",
        deleted: true,
      })
      expect(
        (await ofType()).map(({ id, position }) => [id, position])
      ).toEqual([
        [first.id, 0],
        [third.id, 1],
      ])
      expect(await taskOf(shop, order_id)).toMatchObject({
        playbook: { id: second.id, name: "Second", version: 1 },
        response_target_at: task.response_target_at,
      })
      const sheet = await shop.get(`/admin/follow-ups/${task.id}/call-sheet`)
      expect(sheet.status).toBe(200)
    })
  })

  describe("changing", () => {
    it("gives a new definition a further version, and moves what is open to it", async () => {
      const { id: order_id } = await placeOrder(shop)
      const before = await taskOf(shop, order_id)
      // A task under another playbook, which the change is not about.
      const { id: without } = await placeOrder(shop, { phone: undefined })
      await taskOf(shop, without, "complete_contact")
      const { id, definition, active_tasks } = await standard()
      const slower = { ...definition, response_target_minutes: 30 }
      const dry = await shop
        .post(`${PLAYBOOKS}/${id}?dry_run=true`, {
          definition: slower,
          version: 1,
        })
        .expect(200)
      const later = dry.body.dry_run.examples[0]?.after

      expect(active_tasks).toBe(1)
      expect(dry.body.dry_run).toMatchObject({
        active_tasks: 1,
        moved: 1,
        examples: [
          {
            follow_up: { id: before.id },
            deadline: "response_target",
            before: before.response_target_at,
            after: expect.any(String),
          },
        ],
      })
      expect(later > before.response_target_at).toBe(true)
      expect(await standard()).toMatchObject({ version: 1, is_edited: false })

      expect(
        await update(id, { definition: slower, version: 1 })
      ).toMatchObject({
        version: 2,
        is_edited: true,
        definition: slower,
        active_tasks: 1,
      })
      expect(await taskOf(shop, order_id)).toMatchObject({
        playbook: { id, version: 2 },
        response_target_at: later,
      })
    })

    it("takes a name and a switch without a further version", async () => {
      const { id } = await standard()

      expect(
        await update(id, { name: " Everyone ", enabled: false })
      ).toMatchObject({
        name: "Everyone",
        enabled: false,
        version: 1,
        is_edited: true,
      })
      const { id: order_id } = await placeOrder(shop)
      await shop.follow(order_id)
      expect(await tasksOf(shop, order_id)).toEqual([])
    })

    it("tells whoever was slower that somebody was quicker", async () => {
      const { id, definition } = await standard()
      await update(id, {
        definition: { ...definition, priority: "high" },
        version: 1,
      })
      const late = await shop.post(`${PLAYBOOKS}/${id}`, {
        definition: { ...definition, priority: "low" },
        version: 1,
      })

      expect([late.status, late.body]).toEqual([
        400,
        {
          type: "not_allowed",
          code: "playbook_changed",
          message:
            'Playbook "Standard" was changed by somebody else meanwhile (version 2, you edited 1): load it again, and make the change on what it says now',
          path: ["version"],
          values: { name: "Standard", version: 2, edited: 1 },
        },
      ])
      expect((await standard()).definition.priority).toBe("high")
    })

    it("puts back what the plugin brought", async () => {
      const { id, definition } = await standard()
      await update(id, {
        definition: { ...definition, response_target_minutes: 1 },
        enabled: false,
      })
      const edited = await standard()
      const dry = await shop
        .post(`${PLAYBOOKS}/${id}/reset?dry_run=true`)
        .expect(200)
      expect(dry.body.dry_run).toEqual({
        active_tasks: 0,
        moved: 0,
        miss_target: 0,
        become_late: 0,
        stop_being_late: 0,
        examples: [],
      })
      expect(await standard()).toEqual(edited)
      const { body } = await shop.post(`${PLAYBOOKS}/${id}/reset`).expect(200)

      expect(body.playbook).toMatchObject({
        version: 3,
        enabled: true,
        is_edited: false,
        definition,
      })
    })

    it("has nothing to put back for one of the shop's own", async () => {
      const own = await create("Own")
      const { status, body } = await shop.post(`${PLAYBOOKS}/${own.id}/reset`)

      expect([status, body]).toEqual([
        400,
        {
          type: "not_allowed",
          code: "playbook_not_ours",
          path: [],
          values: { name: "Own" },
          message:
            'Playbook "Own" did not come with the plugin, so there is nothing to put it back to; it can be edited or deleted',
        },
      ])
    })
  })

  describe("a restart with a newer version of the plugin", () => {
    /**
     * Playbooks as installed by an older version, which had 15 minutes as the
     * target.
     */
    const asOfAnOlderPlugin = () =>
      sql(
        `update follow_up_playbook_version
            set definition = jsonb_set(definition, '{response_target_minutes}', '15')`
      )

    it("keeps up to date what nobody edited, and leaves the rest alone", async () => {
      const contact = await standard("complete_contact")
      await update(contact.id, { name: "Ours" })
      await asOfAnOlderPlugin()
      await shop.followUp.forgetRules()

      expect(await standard()).toMatchObject({
        version: 2,
        is_edited: false,
        definition: { response_target_minutes: 20 },
      })
      expect(await standard("complete_contact")).toMatchObject({
        name: "Ours",
        version: 1,
        is_edited: true,
        definition: { response_target_minutes: 15 },
      })
    })

    it("does not bring back what the shop deleted", async () => {
      const { id } = await standard()
      await shop.delete(`${PLAYBOOKS}/${id}`).expect(200)
      await shop.followUp.forgetRules()

      expect(await ofType()).toEqual([])
    })
  })
}
