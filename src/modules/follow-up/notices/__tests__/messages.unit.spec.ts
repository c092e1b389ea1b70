import type { EscalationNotice } from "../../task/outbox"
import { SCRIPT_LANGUAGES } from "../../scripts/plugin-scripts"
import { DEADLINES } from "../../rules/playbooks/playbook"
import { messagesOf, type WaitingNotice } from "../messages"
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
  }
}

const notices = (count: number, facts: Partial<EscalationNotice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(index + 1, facts))

describe("the messages for notices that leave together", () => {
  it("are one for each task while they are few", () => {
    const messages = messagesOf(notices(3), "en")
    expect(messages.map(({ title }) => title)).toEqual([
      "Order #1001",
      "Order #1002",
      "Order #1003",
    ])
    expect(messages[0]).toEqual({
      title: "Order #1001",
      description: "It must be answered soon",
      idempotency_key: "fuevt_1",
      user_id: null,
      email: false,
      task_id: "futask_1",
    })
  })

  it("are one where they are many: nobody gets forty", () => {
    const [message, ...others] = messagesOf(notices(40), "en")
    expect(others).toEqual([])
    expect(message).toMatchObject({
      title: "40 follow-ups want you",
      task_id: null,
      user_id: null,
    })
    expect(message?.description).toBe(
      "Near or past their time: #1001, #1002, #1003, #1004, #1005, #1006, #1007, #1008, #1009, #1010 and more"
    )
  })

  it("are one for each person, and one for those who get e-mail", () => {
    const messages = messagesOf(
      [
        ...notices(40, { user_id: "user_1" }),
        ...notices(20, { user_id: "user_2", email: true }),
        ...notices(10),
        aNotice(99, { user_id: "user_3" }),
      ],
      "en"
    )
    expect(
      messages.map(({ user_id, email, title }) => [user_id, email, title])
    ).toEqual([
      ["user_1", false, "40 follow-ups want you"],
      ["user_2", true, "20 follow-ups want you"],
      [null, false, "10 follow-ups want you"],
      ["user_3", false, "Order #1099"],
    ])
  })

  it("sent again have the same keys, in whatever order they come", () => {
    const keys = (waiting: WaitingNotice[]) =>
      messagesOf(waiting, "en").map(({ idempotency_key }) => idempotency_key)
    expect(keys(notices(9).reverse())).toEqual(keys(notices(9)))
    expect(keys(notices(9))).toEqual(["digest:fuevt_1"])
    expect(keys(notices(9).slice(1))).toEqual(["digest:fuevt_2"])
  })

  it("count a task once of which several things are told", () => {
    const [message] = messagesOf(
      [1, 2, 3, 4].map((index) => ({
        ...aNotice(index % 2),
        id: `fuevt_${index}`,
      })),
      "en"
    )
    expect(message).toMatchObject({
      title: "2 follow-ups want you",
      description: "Near or past their time: #1000, #1001",
    })
  })

  it("name no orders where there are none", () => {
    const [message] = messagesOf(notices(4, { order_display_id: null }), "en")
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
    expect(messagesOf(notices(count), language)[0]?.title).toBe(title)
  })

  it("count one as one where several things are told of it", () => {
    const of = notices(4, { id: "futask_1" })
    expect(
      SCRIPT_LANGUAGES.map((language) => messagesOf(of, language)[0]?.title)
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
            noticeText(aNotice(1, { deadline, is_warning }).notice, language)
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
        aNotice(1, { order_display_id: null }).notice,
        language
      )
      expect(title).toMatch(/^\p{L}[\p{L}-]+$/u)
    }
  )
})
