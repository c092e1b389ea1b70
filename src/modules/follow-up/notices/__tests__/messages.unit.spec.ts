import type { EscalationNotice } from "../../task/outbox"
import { SCRIPT_LANGUAGES } from "../../scripts/languages"
import { DEADLINES } from "../../../../desk/playbook"
import { messagesTo, type Reader, type WaitingNotice } from "../messages"
import { noticeText } from "../texts"

function aNotice(
  index: number,
  facts: Partial<EscalationNotice> = {}
): WaitingNotice {
  return {
    id: `fuevt_${index}`,
    notice: {
      id: `futask_${index}`,
      type: "confirm_order",
      order_id: `order_${index}`,
      customer_id: null,
      order_display_id: 1000 + index,
      step_id: "limit_near",
      deadline: "response_limit",
      deadline_at: "2026-11-23T08:00:00.000Z",
      is_warning: true,
      user_id: null,
      email: false,
      ...facts,
    },
    customer: `Customer ${index}`,
  }
}

const reader = (facts: Partial<Reader> = {}): Reader => ({
  id: "user_1",
  language: "en",
  knows_desk: false,
  ...facts,
})

const notices = (count: number, facts: Partial<EscalationNotice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(index + 1, facts))

describe("the messages for notices that leave together", () => {
  it("are one for each task while they are few", () => {
    const messages = messagesTo(reader(), notices(3))
    expect(messages.map(({ title }) => title)).toEqual([
      "Order #1001",
      "Order #1002",
      "Order #1003",
    ])
    expect(messages[0]).toEqual({
      title: "Order #1001",
      description: "It must be answered soon",
      link: "Open the call sheet",
      idempotency_key: "fuevt_1:user_1",
      task_id: "futask_1",
    })
  })

  it("are one where they are many: nobody gets forty", () => {
    const [message, ...others] = messagesTo(reader(), notices(40))
    expect(others).toEqual([])
    expect(message).toMatchObject({
      title: "40 follow-ups want you",
      link: "Open the queue",
      task_id: null,
    })
    expect(message?.description).toBe(
      "Near or past their time: #1001, #1002, #1003, #1004, #1005, #1006, #1007, #1008, #1009, #1010 and more"
    )
  })

  it("are for each person those that are for them", () => {
    const told = [
      ...notices(40, { user_id: "user_1" }),
      ...notices(20, { user_id: "user_2", email: true }),
      aNotice(99, { user_id: "user_3" }),
    ]
    const titles = (id: string) =>
      messagesTo(reader({ id }), told).map(({ title }) => title)
    expect(titles("user_1")).toEqual(["40 follow-ups want you"])
    expect(titles("user_2")).toEqual(["20 follow-ups want you"])
    expect(titles("user_3")).toEqual(["Order #1099"])
    expect(titles("user_4")).toEqual([])
  })

  it("tell nobody twice what they and everyone are told", () => {
    const told = [
      aNotice(1, { user_id: "user_1", step_id: "owner" }),
      { ...aNotice(1), id: "fuevt_2" },
      aNotice(3, { user_id: "user_1" }),
    ]
    const keys = (id: string) =>
      messagesTo(reader({ id }), told).map(
        ({ idempotency_key }) => idempotency_key
      )
    expect(keys("user_1")).toEqual(["fuevt_1:user_1", "fuevt_3:user_1"])
    expect(keys("user_2")).toEqual(["fuevt_2:user_2"])
  })

  it("name the customer to whoever has the desk", () => {
    const told = (count: number, facts: Partial<Reader>) =>
      messagesTo(reader(facts), notices(count))[0]
    expect(told(1, { knows_desk: true })?.title).toBe("Order #1001, Customer 1")
    expect(told(1, { knows_desk: true, language: "uk" })).toMatchObject({
      title: "Замовлення №1001, Customer 1",
      link: "Відкрити картку дзвінка",
    })
    expect(told(4, { knows_desk: true })?.description).toBe(
      "Near or past their time: #1001 Customer 1, #1002 Customer 2, #1003 Customer 3, #1004 Customer 4"
    )
    expect(told(4, {})?.description).toBe(
      "Near or past their time: #1001, #1002, #1003, #1004"
    )
  })

  it("tell each thing once, whichever steps tell it", () => {
    const told = [
      aNotice(1, { step_id: "one" }),
      { ...aNotice(1, { step_id: "two" }), id: "fuevt_2" },
      { ...aNotice(1, { is_warning: false }), id: "fuevt_3" },
      { ...aNotice(1, { deadline: "response_target" }), id: "fuevt_4" },
    ]
    expect(
      messagesTo(reader(), told).map(({ idempotency_key }) => idempotency_key)
    ).toEqual(["fuevt_1:user_1", "fuevt_3:user_1", "fuevt_4:user_1"])
  })

  it("sent again have the same keys, in whatever order they come", () => {
    const keys = (waiting: WaitingNotice[]) =>
      messagesTo(reader(), waiting).map(
        ({ idempotency_key }) => idempotency_key
      )
    expect(keys(notices(9).reverse())).toEqual(keys(notices(9)))
    expect(keys(notices(9))).toEqual(["digest:fuevt_1:user_1"])
    expect(keys(notices(9).slice(1))).toEqual(["digest:fuevt_2:user_1"])
  })

  it("count a task once of which several things are told", () => {
    const [message] = messagesTo(
      reader(),
      [1, 2, 3, 4].map((index) => ({
        ...aNotice(index % 2, { is_warning: index < 3 }),
        id: `fuevt_${index}`,
      }))
    )
    expect(message).toMatchObject({
      title: "2 follow-ups want you",
      description: "Near or past their time: #1000, #1001",
    })
  })

  it("name no orders where there are none", () => {
    const [message] = messagesTo(
      reader(),
      notices(4, { order_display_id: null })
    )
    expect(message?.description).toBe("Near or past their time")
  })

  it.each([
    ["en", 4, "4 follow-ups want you"],
    ["uk", 4, "4 завдання чекають"],
    ["uk", 5, "5 завдань чекають"],
    ["uk", 21, "21 завдання чекає"],
    ["ru", 4, "4 задачи ждут"],
    ["ru", 11, "11 задач ждут"],
    ["ru", 21, "21 задача ждёт"],
    ["bg", 4, "4 задачи чакат"],
    ["bg", 21, "21 задачи чакат"],
  ] as const)("count as %s does: %i", (language, count, title) => {
    expect(messagesTo(reader({ language }), notices(count))[0]?.title).toBe(
      title
    )
  })

  it("count one as one where several things are told of it", () => {
    const of = notices(4, { id: "futask_1" }).map((waiting, index) => ({
      ...waiting,
      notice: {
        ...waiting.notice,
        deadline: DEADLINES[index % 2] ?? waiting.notice.deadline,
        is_warning: index < 2,
      },
    }))
    expect(
      SCRIPT_LANGUAGES.map(
        (language) => messagesTo(reader({ language }), of)[0]?.title
      )
    ).toEqual([
      "1 follow-up wants you",
      "1 завдання чекає",
      "1 задача ждёт",
      "1 задача чака",
    ])
  })
})

describe("the text of one notice", () => {
  it.each(SCRIPT_LANGUAGES)(
    "in %s says each thing in its own words",
    (language) => {
      const texts = DEADLINES.flatMap((deadline) =>
        [true, false].map(
          (is_warning) =>
            noticeText(aNotice(1, { deadline, is_warning }), language)
              .description
        )
      )
      expect(new Set(texts).size).toBe(6)
    }
  )

  it.each(SCRIPT_LANGUAGES)(
    "in %s has a subject without an order",
    (language) => {
      const { title } = noticeText(
        { ...aNotice(1, { order_display_id: null }), customer: null },
        language
      )
      expect(title).toMatch(/^\p{L}[\p{L}-]+$/u)
    }
  )
})
