import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../src/api/admin/follow-ups/playbooks/types"
import { FOLLOW_UP_ESCALATION_ACTIONS } from "../../src/modules/follow-up/custom-actions"
import { FOLLOW_UP_CONDITIONS } from "../../src/modules/follow-up/custom-conditions"
import { DEFAULT_PLAYBOOKS } from "../../src/modules/follow-up/rules/default-playbooks"
import { placeOrder, taskOf, tasksOf } from "../shop/place-order"
import type { TestShop } from "../shop/test-shop"

const PLAYBOOKS = "/admin/follow-ups/playbooks"
const MONDAY_NOON = "2026-11-23T12:00+02:00"

export function playbooks(shop: TestShop): void {
  const list = async (): Promise<AdminFollowUpPlaybook[]> =>
    (await shop.get(PLAYBOOKS).expect(200)).body.playbooks

  const ofType = async (type = "confirm_order") =>
    (await list()).filter((playbook) => playbook.type === type)

  const standard = async (
    type = "confirm_order"
  ): Promise<AdminFollowUpPlaybook> => {
    const [first] = await ofType(type)
    if (!first) {
      throw new Error(`The shop has no playbook of the type ${type}`)
    }
    return first
  }

  const create = async (
    name: string,
    set: Partial<PlaybookDefinition> = {},
    type = "confirm_order"
  ): Promise<AdminFollowUpPlaybook> => {
    const { definition } = await standard(type)
    const { body } = await shop
      .post(PLAYBOOKS, { name, type, definition: { ...definition, ...set } })
      .expect(200)
    return body.playbook
  }

  const update = async (
    id: string,
    fields: object
  ): Promise<AdminFollowUpPlaybook> =>
    (await shop.post(`${PLAYBOOKS}/${id}`, fields).expect(200)).body.playbook

  const order = (ids: string[], type = "confirm_order") =>
    shop.post(`${PLAYBOOKS}/order`, { type, ids })

  const sql = async (statement: string) => {
    const knex = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw(statement)
  }

  describe("reading", () => {
    it("begins with one for each type, as the plugin brings it", async () => {
      shop.clock.set(MONDAY_NOON)
      const { body } = await shop.get(PLAYBOOKS).expect(200)

      expect(body).toEqual({
        playbooks: ["complete_contact", "confirm_order"].map((type) => ({
          id: expect.stringMatching(/^fuplay_/),
          name: "Standard",
          type,
          enabled: true,
          position: 0,
          version: 1,
          is_seeded: true,
          is_edited: false,
          definition: DEFAULT_PLAYBOOKS[type],
          active_tasks: 0,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        })),
        count: 2,
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
        count: 2,
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
        entity: null,
      })
      expect(body.types).toContainEqual({
        type: "complete_contact",
        label: null,
        outcomes: ["number_received", "no_number", "unreachable"],
        scripts: {
          en: expect.stringContaining("{{ shop }}"),
          uk: expect.any(String),
          ru: expect.any(String),
          bg: expect.any(String),
        },
      })
    })
  })

  describe("what the shop's own code registers", () => {
    afterEach(() => {
      shop.container.register(FOLLOW_UP_CONDITIONS, asValue(undefined))
      shop.container.register(FOLLOW_UP_ESCALATION_ACTIONS, asValue(undefined))
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

      shop.container.register(
        FOLLOW_UP_CONDITIONS,
        asValue({ is_vip: { label: { en: "A VIP" }, evaluate: () => true } })
      )
      shop.container.register(
        FOLLOW_UP_ESCALATION_ACTIONS,
        asValue({ ring_the_bell: { run: async () => {} } })
      )
      const { body } = await shop.get(`${PLAYBOOKS}/vocabulary`).expect(200)
      expect(body.condition_fields).toContainEqual({
        field: "is_vip",
        label: { en: "A VIP" },
        kind: "boolean",
        operators: ["is"],
        choices: [],
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

    it("can be put into an order only as a whole", async () => {
      const first = await standard()
      const second = await create("Second")
      const contact = await standard("complete_contact")

      for (const [ids, says] of [
        [
          [second.id],
          `ids is without "${first.id}" ("Standard"); it may be all 2 playbooks of the type confirm_order, in their new order`,
        ],
        [
          [second.id, contact.id],
          `ids[1] was "${contact.id}"; it may be the id of a playbook of the type confirm_order, and there is none with this one`,
        ],
        [
          [second.id, first.id, second.id],
          `ids[2] was "${second.id}", as was ids[0]; each may be named once`,
        ],
      ] as const) {
        const { status, body } = await order([...ids])
        expect([status, body]).toEqual([
          400,
          { type: "invalid_data", message: says },
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
          message:
            'Playbook "Standard" was changed by somebody else meanwhile (version 2, you edited 1): load it again, and make the change on what it says now',
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
          message:
            'Playbook "Own" did not come with the plugin, so there is nothing to put it back to; it can be edited or deleted',
        },
      ])
    })
  })

  describe("a restart with a newer version of the plugin", () => {
    /** What the plugin brought before it took 20 minutes for the right target. */
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

  describe("what is refused", () => {
    /** Whether it is changed, tried or new. */
    const refusedEverywhere = async (
      id: string,
      definition: object,
      message: string
    ) => {
      for (const answer of [
        await shop.post(`${PLAYBOOKS}/${id}`, { definition }),
        await shop.post(`${PLAYBOOKS}/${id}?dry_run=true`, { definition }),
        await shop.post(PLAYBOOKS, {
          definition,
          name: "New",
          type: "confirm_order",
        }),
      ]) {
        expect([answer.status, answer.body]).toEqual([
          400,
          { type: "invalid_data", message },
        ])
      }
    }

    it("is said field by field, and changes nothing", async () => {
      const { id, definition } = await standard()
      const before = await list()
      for (const [set, says] of [
        [
          { response_target_minutes: 0 },
          "response_target_minutes was 0; it must be a whole number of business minutes from 1 to 527040",
        ],
        [
          {
            escalation: [
              {
                id: "late",
                relative_to: "response_limit",
                offset_minutes: 1.5,
                action: { kind: "emit_event", event: "shop.order_late" },
              },
            ],
          },
          "escalation[0].offset_minutes was 1.5; it must be a whole number of business minutes from -527040 to 527040",
        ],
        [
          { calendar_id: "fucal_none" },
          'calendar_id was "fucal_none"; it must be the id of a business calendar of the shop, or null',
        ],
        [
          { scripts: { uk: "Вітаю,\n{{ customer.nam }}!" } },
          "scripts.uk is broken in line 2, column 4: customer.nam is not a variable; customer has name, first_name, phone, local_time",
        ],
        [
          { scripts: { en: "{% if agent %}Hello" } },
          "scripts.en is broken in line 1, column 1: tag {% if agent %} not closed",
        ],
      ] as const) {
        await refusedEverywhere(id, { ...definition, ...set }, says)
      }
      expect(await list()).toEqual(before)
    })

    it("is a user or a canned answer that there is not", async () => {
      const { id, definition } = await standard()
      const before = await list()
      const USER = "it must be the id of a user of this store"
      const step = (action: object) => ({
        escalation: [
          {
            id: "late",
            relative_to: "response_limit",
            offset_minutes: 0,
            action,
          },
        ],
      })
      const fallback = (fields: object) => ({
        retry: { ...definition.retry, fallback: fields },
      })
      const assignment = {
        ...definition.assignment,
        user_ids: [shop.agent().id, "user_gone"],
      }
      const notify = { kind: "notify", audience: "user", email: false }
      for (const [set, says] of [
        [{ assignment }, `assignment.user_ids[1] was "user_gone"; ${USER}`],
        [
          step({ ...notify, user_id: "user_gone" }),
          `escalation[0].action.user_id was "user_gone"; ${USER}`,
        ],
        [
          step({ kind: "reassign", assignee_id: "user_gone" }),
          `escalation[0].action.assignee_id was "user_gone"; ${USER}`,
        ],
        [
          fallback({ kind: "hand_over", assignee_id: "user_gone" }),
          `retry.fallback.assignee_id was "user_gone"; ${USER}`,
        ],
        [
          fallback({ kind: "message_customer", canned_answer_id: "fuca_gone" }),
          'retry.fallback.canned_answer_id was "fuca_gone"; it must be the id of a canned answer of the shop, or null',
        ],
      ] as const) {
        await refusedEverywhere(id, { ...definition, ...set }, says)
      }
      expect(await list()).toEqual(before)
    })

    it("is nobody whom it named before they were deleted", async () => {
      const { id, definition } = await standard()
      const gone = shop.agent(2)
      const answer = await shop
        .post("/admin/follow-ups/canned-answers", {
          name: "Sorry",
          types: [],
          texts: { en: "We could not reach you" },
        })
        .expect(200)
      const naming: PlaybookDefinition = {
        ...definition,
        assignment: { ...definition.assignment, user_ids: [gone.id] },
        retry: {
          ...definition.retry,
          fallback: {
            kind: "message_customer",
            canned_answer_id: answer.body.canned_answer.id,
          },
        },
      }
      await update(id, { definition: naming })
      await shop.delete(`/admin/users/${gone.id}`).expect(200)

      expect(
        await update(id, { definition: { ...naming, priority: "high" } })
      ).toMatchObject({ definition: { priority: "high" } })
      const task = await taskOf(shop, (await placeOrder(shop)).id)
      expect(task.assignee).toBeNull()
    })

    it("is said of the request itself, too", async () => {
      const { id, definition } = await standard()
      const create = {
        name: "New",
        type: "confirm_order",
        definition,
      }
      for (const [path, body, says] of [
        ["", { ...create, name: undefined }, "Field 'name' is required"],
        ["", { ...create, type: "" }, "type"],
        ["", { ...create, colour: "red" }, "colour"],
        [
          "",
          { ...create, type: "feed_the_cat" },
          'type was "feed_the_cat"; it must be one of confirm_order, complete_contact',
        ],
        [
          "",
          { ...create, name: "standard" },
          'name was "standard"; another playbook of this type is called "Standard" already',
        ],
        ["", { ...create, definition: undefined }, "definition is missing"],
        [`/${id}`, { enabled: "yes" }, "enabled"],
        [`/${id}`, { version: 0 }, "version"],
        [`/${id}?dry_run=perhaps`, {}, "dry_run"],
        [`/${id}/reset`, { to: "yesterday" }, "to"],
        [`/${id}/reset?dry_run=perhaps`, {}, "dry_run"],
        ["/order", { type: "confirm_order" }, "Field 'ids' is required"],
      ] as const) {
        const answer = await shop.post(`${PLAYBOOKS}${path}`, body)
        expect([path, body, answer.status, answer.body]).toEqual([
          path,
          body,
          400,
          { type: "invalid_data", message: expect.stringContaining(says) },
        ])
      }
    })

    it("is a trial of what cannot be tried, which changes nothing", async () => {
      const before = await ofType()
      const create = {
        name: "New",
        type: "confirm_order",
        definition: before[0]?.definition,
      }
      const ids = before.map(({ id }) => id)
      for (const [path, body] of [
        ["", create],
        ["/order", { type: "confirm_order", ids }],
      ] as const) {
        const answer = await shop.post(`${PLAYBOOKS}${path}?dry_run=true`, body)
        expect([path, answer.status, answer.body]).toEqual([
          path,
          400,
          {
            type: "invalid_data",
            message: "Invalid request: Unrecognized fields: 'dry_run'",
          },
        ])
      }
      expect(await ofType()).toEqual(before)
    })

    it("is a playbook that there is not", async () => {
      for (const answer of [
        await shop.get(`${PLAYBOOKS}/fuplay_none`),
        await shop.post(`${PLAYBOOKS}/fuplay_none`, { enabled: true }),
        await shop.post(`${PLAYBOOKS}/fuplay_none/reset`),
        await shop.delete(`${PLAYBOOKS}/fuplay_none`),
      ]) {
        expect([answer.status, answer.body]).toEqual([
          404,
          {
            type: "not_found",
            message: "Playbook with id: fuplay_none was not found",
          },
        ])
      }
    })
  })
}
