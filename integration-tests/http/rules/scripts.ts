import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type {
  AdminCreateFollowUpCannedAnswer,
  AdminFollowUpCannedAnswer,
} from "../../../src/api/admin/follow-ups/canned-answers/types"
import type { AdminFollowUpCallSheetTask } from "../../../src/api/admin/follow-ups/types"
import { changeConfirm, confirmPlaybook } from "../../shop/confirm-playbook"
import { placedOnce, placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { refused } from "../refused"

const FOLLOW_UPS = "/admin/follow-ups"
const ANSWERS = `${FOLLOW_UPS}/canned-answers`

export function scripts(shop: TestShop): void {
  beforeEach(() => shop.followUp.forgetRules())
  afterEach(() => void jest.restoreAllMocks())

  const preview = (body: object) =>
    shop.post(`${FOLLOW_UPS}/scripts/preview`, body)

  const callSheet = async (
    task_id: string,
    locale = "en"
  ): Promise<AdminFollowUpCallSheetTask> =>
    (
      await shop
        .get(`${FOLLOW_UPS}/${task_id}/call-sheet?locale=${locale}`)
        .expect(200)
    ).body.call_sheet.tasks[0]

  const write = (scripts: Record<string, string>) =>
    changeConfirm(shop, { scripts })

  describe("a preview", () => {
    it("fills in the latest order", async () => {
      await placeOrder(shop)
      const order = await placeOrder(shop, { first_name: "Андрій" })
      const { body } = await preview({
        text: "{{ customer.first_name }}, {{ order.number }}: {{ order.total }}, {{ order.items | join: '; ' }}. {{ agent }}, {{ shop }}",
        locale: "uk",
      }).expect(200)

      expect(body.preview).toEqual({
        text: expect.stringMatching(
          new RegExp(
            `^Андрій, ${order.display_id}: [\\d\\s]+,\\d\\d\\s₴, .+\\. ${shop.agent().name}, .+$`
          )
        ),
        faults: [],
        order: { id: order.id, display_id: order.display_id },
      })
    })

    it("fills in the order that is asked for, with the customer's time", async () => {
      const order = await placeOrder(shop, {
        country: "bg",
        phone: "0888 123 456",
      })
      await placeOrder(shop)
      const { response_target_at } = await taskOf(shop, order.id)
      const now = dayBefore(response_target_at)
      shop.clock.set(now)
      const { body } = await preview({
        text: "{{ customer.name }} {{ customer.phone }} {{ customer.local_time }} | {{ promised_time }}",
        locale: "bg",
        order_id: order.id,
      }).expect(200)

      expect(body.preview.text).toBe(
        `Олена Коваленко 0888 123 456 ${clockIn("Europe/Sofia", now)} | утре, ${clockIn("Europe/Sofia", response_target_at)}`
      )
      expect(body.preview.order.id).toBe(order.id)
    })

    it("does not give a number at which somebody else answered", async () => {
      const order = await placeOrder(shop)
      const { id } = await taskOf(shop, order.id)
      const text = "{{ customer.name }}: {{ customer.phone }}"
      const said = async () =>
        (await preview({ text, locale: "uk" }).expect(200)).body.preview.text
      expect(await said()).toBe("Олена Коваленко: 067 123 45 67")
      await shop
        .post(`${FOLLOW_UPS}/${id}/attempts`, {
          channel: "phone",
          outcome: "wrong_number",
        })
        .expect(200)
      await taskOf(shop, order.id, "complete_contact")

      expect(await said()).toBe("Олена Коваленко:")
    })

    it("fills in an example in a shop without orders", async () => {
      const { body } = await preview({
        text: "{{ customer.name }}, {{ order.number }}",
        locale: "en",
      }).expect(200)

      expect(body.preview).toEqual({
        text: "Olena Kovalenko, 1042",
        faults: [],
        order: null,
      })
    })

    it("says what is wrong, with its line, and shows no text", async () => {
      const { body } = await preview({
        text: "Hello,\n{{ customer.nmae | shout }}",
        locale: "en",
      }).expect(200)

      expect(body.preview).toEqual({
        text: "",
        faults: [
          {
            line: 2,
            column: 4,
            kind: "unknown_variable",
            name: "customer.nmae",
            message:
              "customer.nmae is not a variable; customer has name, first_name, phone, local_time, local_hour",
          },
          {
            line: 2,
            column: 20,
            kind: "unknown_filter",
            name: "shout",
            message: "shout is not a filter",
          },
        ],
        order: null,
      })
    })

    it("says which number stands beside a text that it computes with", async () => {
      const order = await placeOrder(shop)
      const { body } = await preview({
        text: "{% if order.total > 1000 %}a lot{% endif %}",
        locale: "uk",
      }).expect(200)
      expect(body.preview).toMatchObject({
        text: "",
        faults: [
          {
            line: 1,
            column: 7,
            kind: "computes_with_text",
            name: "order.total",
            instead: "order.total_amount",
          },
        ],
      })

      const { body: mended } = await preview({
        text: `{% if order.total_amount == ${order.total} %}{{ order.currency }}{% endif %}`,
        locale: "uk",
      }).expect(200)
      expect(mended.preview.text).toBe("UAH")
    })

    it("stops a script without end", async () => {
      const { body } = await preview({
        text: "{% for a in (1..300) %}{% for b in (1..100000) %}{{ b }}{% endfor %}{% endfor %}",
        locale: "en",
      }).expect(200)

      expect(body.preview.faults).toMatchObject([{ kind: "failed", line: 1 }])
    })

    it("is refused for an order or a language that there is not", async () => {
      const gone = await preview({
        text: "",
        locale: "en",
        order_id: "order_none",
      })
      expect([gone.status, gone.body]).toEqual([
        404,
        {
          type: "not_found",
          code: "order_not_found",
          message: "Order with id: order_none was not found",
          path: ["order_id"],
          values: { id: "order_none" },
        },
      ])
      for (const [body, says, code, field] of [
        [
          { text: "", locale: "in Ukrainian" },
          "locale must be a language such as uk",
          "not_a_language",
          "locale",
        ],
        [
          { locale: "en" },
          "Field 'text' is required",
          "field_required",
          "text",
        ],
        [
          { text: "x".repeat(10_001), locale: "en" },
          "text",
          "too_long",
          "text",
        ],
        [
          { text: "", locale: "en", task: "x" },
          "task",
          "unknown_fields",
          "task",
        ],
      ] as const) {
        const answer = await preview(body)
        expect([answer.status, answer.body]).toEqual([
          400,
          refused({ says, code, path: [field] }),
        ])
      }
    })
  })

  it("the variables are listed with examples", async () => {
    const { body } = await shop
      .get(`${FOLLOW_UPS}/scripts/variables`)
      .expect(200)

    expect(body.variables).toContainEqual({
      name: "order.items",
      example: "Kettle; Filter × 2",
      kind: "list",
    })
    expect(body.variables).toContainEqual({
      name: "order.total_amount",
      example: "2398",
      kind: "number",
    })
    for (const { name, example, kind } of body.variables) {
      const said = kind === "list" ? `${name} | join: ", "` : name
      const { body } = await preview({ text: `{{ ${said} }}`, locale: "en" })
      expect([name, body.preview.faults]).toEqual([name, []])
      expect(example).not.toBe("")
    }
  })

  describe("what the person who calls reads", () => {
    const placed = placedOnce(shop)

    it("is the shop's own text, in the customer's language", async () => {
      await write({
        uk: "Доброго дня, {{ customer.first_name }}!",
        en: "Good day, {{ customer.first_name }}!",
      })
      const ukrainian = placed().task
      const order = await placeOrder(shop, {
        country: "bg",
        phone: "0888 123 456",
      })
      const bulgarian = await taskOf(shop, order.id)

      expect((await callSheet(ukrainian.id, "en")).script).toBe(
        "Доброго дня, Олена!"
      )
      expect((await callSheet(bulgarian.id, "en")).script).toMatch(
        /^Здравейте, Олена Коваленко!/
      )
    })

    it("is in the language that the order was placed in", async () => {
      const {
        order,
        task: { id },
      } = placed()
      await shop.container
        .resolve(Modules.ORDER)
        .updateOrders([{ id: order.id, locale: "bg-BG" }])

      expect((await callSheet(id, "ru")).script).toMatch(/^Здравейте, /)
    })

    it("says that somebody else answered, where a number was given", async () => {
      const order = await placeOrder(shop)
      const { id } = await taskOf(shop, order.id)
      await shop
        .post(`${FOLLOW_UPS}/${id}/attempts`, {
          channel: "phone",
          outcome: "wrong_number",
        })
        .expect(200)
      const asking = await taskOf(shop, order.id, "complete_contact")
      const { body } = await shop
        .get(`${FOLLOW_UPS}/${asking.id}/call-sheet?locale=uk`)
        .expect(200)
      const said = body.call_sheet.tasks.find(
        ({ follow_up }: AdminFollowUpCallSheetTask) =>
          follow_up.id === asking.id
      )

      expect(said.script).toContain(
        "за номером 067 123 45 67 відповіла інша людина"
      )
    })

    it("is the text of the version that the task runs under", async () => {
      await write({ uk: "Перший текст" })
      const { id } = placed().task
      expect((await callSheet(id)).script).toBe("Перший текст")
      await write({ uk: "Другий текст" })

      expect((await callSheet(id)).script).toBe("Другий текст")
    })

    it("is never markup, whatever the customer typed", async () => {
      await write({ uk: "{{ customer.name }}" })
      const first_name = "{{ shop }}{% if"
      const order = await placeOrder(shop, { first_name, last_name: "<b>&" })
      const { id } = await taskOf(shop, order.id)

      expect((await callSheet(id)).script).toBe("{{ shop }}{% if <b>&")
    })

    it("is the plugin's own where the shop's is broken, and the log says where", async () => {
      const warn = jest.spyOn(
        shop.container.resolve(ContainerRegistrationKeys.LOGGER),
        "warn"
      )
      const { id } = placed().task
      const knex = shop.container.resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      await knex.raw(
        `update follow_up_playbook_version
            set definition = jsonb_set(definition, '{scripts}', ?::jsonb)`,
        [JSON.stringify({ uk: "Вітаю!\n{{ customer.nickname }}" })]
      )
      await shop.followUp.forgetRules()
      const { script } = await callSheet(id)

      expect(script).toMatch(/^Вітаю, Олена Коваленко!/)
      const said = warn.mock.calls.map(([message]) => String(message))
      expect(said).toContainEqual(
        expect.stringMatching(
          /^follow-ups: the script of playbook fuplay_\w+, version 1 in uk was not used: unknown_variable in line 2, column 4$/
        )
      )
      expect(said.join()).not.toContain("Олена")
    })
  })

  describe("canned answers", () => {
    const list = async (): Promise<AdminFollowUpCannedAnswer[]> =>
      (await shop.get(ANSWERS).expect(200)).body.canned_answers

    const add = async (
      set: Partial<AdminCreateFollowUpCannedAnswer> = {}
    ): Promise<AdminFollowUpCannedAnswer> => {
      const { body } = await shop
        .post(ANSWERS, {
          name: "Thanks",
          types: [],
          texts: { uk: "Дякуємо!", en: "Thank you!" },
          ...set,
        })
        .expect(200)
      return body.canned_answer
    }

    const closeAtNight = async (): Promise<void> => {
      const { body } = await shop.get(`${FOLLOW_UPS}/calendars`).expect(200)
      const [{ id, definition }] = body.calendars
      const weekly = Object.fromEntries(
        Object.keys(definition.weekly).map((day) => [day, [["09:00", "18:00"]]])
      )
      await shop
        .post(`${FOLLOW_UPS}/calendars/${id}`, {
          definition: { ...definition, weekly },
        })
        .expect(200)
    }

    /** Sets the canned answer to send once the attempts are used up. */
    const nameInFallback = async (
      canned_answer_id: string | null
    ): Promise<void> => {
      const { retry } = (await confirmPlaybook(shop)).definition
      await changeConfirm(shop, {
        retry: {
          ...retry,
          max_attempts: 1,
          fallback: { kind: "message_customer", canned_answer_id },
        },
      })
    }

    it("begin with three, in four languages", async () => {
      const { body } = await shop.get(`${ANSWERS}?limit=2&offset=1`).expect(200)

      expect(body).toMatchObject({ count: 3, limit: 2, offset: 1 })
      expect(body.canned_answers).toEqual([
        {
          id: expect.stringMatching(/^fuans_/),
          name: "We are closed, and call when we open",
          types: [],
          texts: {
            en: expect.stringContaining("{{ promised_time }}"),
            uk: expect.any(String),
            ru: expect.any(String),
            bg: expect.any(String),
          },
          position: 1,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        },
        expect.objectContaining({
          name: "Please send us your number",
          types: ["complete_contact"],
          position: 2,
        }),
      ])
    })

    it("are not brought again once they are there", async () => {
      const [first, ...others] = await list()
      await shop.delete(`${ANSWERS}/${first?.id}`).expect(200)
      await shop.followUp.seedCannedAnswers(new Date())

      expect(await list()).toEqual(others)
    })

    it("are refused in more languages than a shop has", async () => {
      const languages = Array.from({ length: 190 }, (_, n) =>
        [97 + Math.floor(n / 26), 97 + (n % 26)]
          .map((letter) => String.fromCharCode(letter))
          .join("")
      )
      const loops = "{% for i in order.items %}"
      const text = loops.repeat(200) + "{% endfor %}".repeat(200)
      const answer = await shop.post(ANSWERS, {
        name: "Everywhere",
        types: [],
        texts: Object.fromEntries(languages.map((tag) => [`q${tag}`, "Hello"])),
      })
      expect([answer.status, answer.body]).toEqual([
        400,
        refused({
          says: "it may have them in at most 50",
          code: "too_many_languages",
          path: ["texts"],
          values: { count: 190, max: 50 },
        }),
      ])
      const nested = await shop.post(ANSWERS, {
        name: "Loops",
        types: [],
        texts: { en: text },
      })
      expect([nested.status, nested.body]).toEqual([
        400,
        refused({
          says: "it takes too much work",
          code: "script_failed",
          path: ["texts", "en"],
        }),
      ])
    })

    it("can be added, read, changed and deleted", async () => {
      const added = await add({ name: "  Thanks " })
      expect(added).toMatchObject({
        name: "Thanks",
        types: [],
        texts: { uk: "Дякуємо!", en: "Thank you!" },
        position: 3,
      })
      const changed = await shop
        .post(`${ANSWERS}/${added.id}`, { types: ["confirm_order"] })
        .expect(200)
      expect(changed.body.canned_answer).toEqual({
        ...added,
        types: ["confirm_order"],
        updated_at: expect.any(String),
      })
      const read = await shop.get(`${ANSWERS}/${added.id}`).expect(200)
      expect(read.body).toEqual(changed.body)
      const deleted = await shop.delete(`${ANSWERS}/${added.id}`).expect(200)
      expect(deleted.body).toEqual({
        id: added.id,
        object: "follow_up_canned_answer",
        deleted: true,
      })
      expect(await list()).toHaveLength(3)
    })

    it("are on the call sheet of the types that they are for, filled in", async () => {
      await add({ name: "For numbers", types: ["complete_contact"] })
      const thanks = await add({
        name: "For orders",
        types: ["confirm_order"],
        texts: { uk: "{{ order.number }}", en: "x" },
      })
      await closeAtNight()
      const order = await placeOrder(shop)
      const { id, response_target_at } = await taskOf(shop, order.id)
      shop.clock.set(eveBefore(response_target_at))
      const { canned_answers } = await callSheet(id, "en")

      expect(canned_answers.map(({ name }) => name)).toEqual([
        "Could not reach you by phone",
        "We are closed, and call when we open",
        "For orders",
      ])
      expect(canned_answers[1]?.text).toMatch(
        new RegExp(
          `^Вітаємо, Олена! Дякуємо за замовлення №${order.display_id}\\. Зараз ми не працюємо\\.\nМи зателефонуємо вам: завтра, ${clockIn("Europe/Kyiv", response_target_at)}\\.\n«.+»$`
        )
      )
      expect(canned_answers[2]).toEqual({
        id: thanks.id,
        name: "For orders",
        text: `${order.display_id}`,
        unfilled: null,
        language: "uk",
        is_customers_language: true,
        for_now: false,
      })
      shop.clock.set(momentBefore(response_target_at))
      const open = await callSheet(id, "en")
      expect(open.canned_answers.map(({ name }) => name)).toEqual([
        "Could not reach you by phone",
        "For orders",
      ])
    })

    it("say in which language they are where the customer's is missing", async () => {
      await add({ name: "Only here", texts: { bg: "Благодарим!" } })
      const { id } = await taskOf(shop, (await placeOrder(shop)).id)
      expect((await callSheet(id, "en")).canned_answers.at(-1)).toMatchObject({
        name: "Only here",
        language: "bg",
        is_customers_language: false,
      })
    })

    it("begin with the one that the playbook names, once the attempts are used up", async () => {
      const sorry = await add({
        name: "Sorry",
        types: ["complete_contact"],
        texts: { uk: "Не додзвонилися" },
      })
      await nameInFallback(sorry.id)
      const { id, response_target_at } = await taskOf(
        shop,
        (await placeOrder(shop)).id
      )
      shop.clock.set(momentBefore(response_target_at))
      const others = [["Could not reach you by phone", false]]
      const offered = async () =>
        (await callSheet(id)).canned_answers.map(({ name, for_now }) => [
          name,
          for_now,
        ])
      expect(await offered()).toEqual(others)
      const attempt = (outcome: string, channel = "phone") =>
        shop
          .post(`${FOLLOW_UPS}/${id}/attempts`, { channel, outcome })
          .expect(200)
      await attempt("no_answer")

      expect(await offered()).toEqual([["Sorry", true], ...others])
      expect((await callSheet(id)).canned_answers[0]).toEqual({
        id: sorry.id,
        name: "Sorry",
        text: "Не додзвонилися",
        unfilled: null,
        language: "uk",
        is_customers_language: true,
        for_now: true,
      })
      await attempt("message_sent", "sms")
      expect(await offered()).toEqual(others)
    })

    it("are not deleted while a playbook names them, and the refusal says which", async () => {
      const sorry = await add({ name: "Sorry" })
      await nameInFallback(sorry.id)
      const { name } = await confirmPlaybook(shop)
      const answer = await shop.delete(`${ANSWERS}/${sorry.id}`)

      expect([answer.status, answer.body]).toEqual([
        400,
        {
          type: "not_allowed",
          code: "canned_answer_in_use",
          message: `Canned answer "Sorry" is to be sent once the attempts are used up, as playbook "${name}" of confirm_order says: choose another one there first`,
          path: [],
          values: {
            name: "Sorry",
            playbooks: [name],
            users: `playbook "${name}" of confirm_order says`,
          },
        },
      ])
      expect(await list()).toContainEqual(sorry)
      await nameInFallback(null)
      await shop.delete(`${ANSWERS}/${sorry.id}`).expect(200)
    })

    it("tell the time that was agreed with the customer", async () => {
      shop.clock.set("2026-11-23T12:00+02:00")
      await add({ texts: { uk: "{{ promised_time }}" } })
      const { id } = await taskOf(shop, (await placeOrder(shop)).id)
      await shop
        .post(`${FOLLOW_UPS}/${id}/attempts`, {
          channel: "phone",
          outcome: "call_back_later",
          call_back_at: "2026-11-23T14:30:00Z",
        })
        .expect(200)
      const { canned_answers } = await callSheet(id)

      expect(canned_answers.at(-1)?.text).toBe("сьогодні, 16:30")
    })

    it("are refused with the field, or the line, that is wrong", async () => {
      const [first] = await list()
      const before = await list()
      const body = { name: "New", types: [], texts: { en: "Hello" } }
      for (const [path, set, says, code, field] of [
        [
          "",
          { name: " " },
          'name was " "; it may be 1 to 100 characters',
          "name_empty",
          ["name"],
        ],
        [
          "",
          { name: "Please send us your number" },
          'name was "Please send us your number"; another canned answer is called "Please send us your number" already',
          "name_taken",
          ["name"],
        ],
        [
          "",
          { types: ["feed_the_cat"] },
          'types[0] was "feed_the_cat"; it must be one of confirm_order, complete_contact',
          "not_one_of",
          ["types", 0],
        ],
        [
          "",
          { texts: { en: "  " } },
          "texts says nothing; it must have a text in one language at least",
          "no_text",
          ["texts"],
        ],
        [
          "",
          { texts: { English: "Hello" } },
          'texts.English was "English"; it must be a language tag such as uk or pt-BR',
          "not_a_language_tag",
          ["texts", "English"],
        ],
        [
          "",
          { texts: { en: "Hello", bg: "\n\n{{ order.sum }}" } },
          "texts.bg is broken in line 3, column 4: order.sum is not a variable; order has number, placed_at, items, delivery, delivery_total, delivery_total_amount, discount, discount_amount, total, total_amount, currency, address, note",
          "script_unknown_variable",
          ["texts", "bg"],
        ],
        [
          "",
          { texts: undefined },
          "Field 'texts' is required",
          "field_required",
          ["texts"],
        ],
        [
          "",
          { sort: 1 },
          "Unrecognized fields: 'sort'",
          "unknown_fields",
          ["sort"],
        ],
        [
          `/${first?.id}`,
          { texts: { uk: "{% fi %}" } },
          'texts.uk is broken in line 1, column 1: tag "fi" not found',
          "script_broken_tag",
          ["texts", "uk"],
        ],
      ] as const) {
        const answer = await shop.post(
          `${ANSWERS}${path}`,
          path === "" ? { ...body, ...set } : set
        )
        expect([set, answer.status, answer.body]).toEqual([
          set,
          400,
          refused({ says, code, path: field }),
        ])
      }
      expect(await list()).toEqual(before)
      for (const answer of [
        await shop.get(`${ANSWERS}/fuans_none`),
        await shop.post(`${ANSWERS}/fuans_none`, { name: "x" }),
        await shop.delete(`${ANSWERS}/fuans_none`),
      ]) {
        expect([answer.status, answer.body]).toEqual([
          404,
          {
            type: "not_found",
            code: "canned_answer_not_found",
            message: "Canned answer with id: fuans_none was not found",
            path: [],
            values: { id: "fuans_none" },
          },
        ])
      }
    })
  })
}

/** The same time a day earlier, for which `at` is tomorrow. */
function dayBefore(at: string): string {
  return new Date(new Date(at).getTime() - 24 * 3_600_000).toISOString()
}

/** The evening before, when the shop is closed, and `at` is tomorrow. */
function eveBefore(at: string): string {
  const eve = new Date(at)
  eve.setUTCDate(eve.getUTCDate() - 1)
  eve.setUTCHours(20, 0, 0, 0)
  return eve.toISOString()
}

/** The shop is open just before a target, which its business time reaches. */
function momentBefore(at: string): string {
  return new Date(new Date(at).getTime() - 1).toISOString()
}

function clockIn(timeZone: string, at: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at))
}
