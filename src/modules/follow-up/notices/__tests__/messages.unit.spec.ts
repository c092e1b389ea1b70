import type { EscalationNotice } from "../../task/outbox"
import { SCRIPT_LANGUAGES } from "../../scripts/languages"
import { DEADLINES } from "../../../../desk/playbook"
import { bellMessages, mailsTo, type WaitingNotice } from "../messages"
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
    const messages = bellMessages(notices(3), "en")
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
      task_id: "futask_1",
    })
  })

  it("are one where they are many: nobody gets forty", () => {
    const [message, ...others] = bellMessages(notices(40), "en")
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

  it("are one for each person", () => {
    const messages = bellMessages(
      [
        ...notices(40, { user_id: "user_1" }),
        ...notices(20, { user_id: "user_2", email: true }),
        aNotice(99, { user_id: "user_3" }),
      ],
      "en"
    )
    expect(messages.map(({ user_id, title }) => [user_id, title])).toEqual([
      ["user_1", "40 follow-ups want you"],
      ["user_2", "20 follow-ups want you"],
      ["user_3", "Order #1099"],
    ])
  })

  it("tell nobody what everyone is told already", () => {
    const messages = bellMessages(
      [
        aNotice(1, { user_id: "user_1", step_id: "owner" }),
        { ...aNotice(1), id: "fuevt_2" },
        aNotice(3, { user_id: "user_1" }),
      ],
      "en"
    )
    expect(messages.map(({ user_id, title }) => [user_id, title])).toEqual([
      ["user_1", "Order #1003"],
      [null, "Order #1001"],
    ])
  })

  it("tell each thing once, whichever steps tell it", () => {
    const told = [
      aNotice(1, { step_id: "one" }),
      { ...aNotice(1, { step_id: "two" }), id: "fuevt_2" },
      { ...aNotice(1, { is_warning: false }), id: "fuevt_3" },
      { ...aNotice(1, { deadline: "response_target" }), id: "fuevt_4" },
    ]
    expect(
      bellMessages(told, "en").map(({ idempotency_key }) => idempotency_key)
    ).toEqual(["fuevt_1", "fuevt_3", "fuevt_4"])
  })

  it("sent again have the same keys, in whatever order they come", () => {
    const keys = (waiting: WaitingNotice[]) =>
      bellMessages(waiting, "en").map(({ idempotency_key }) => idempotency_key)
    expect(keys(notices(9).reverse())).toEqual(keys(notices(9)))
    expect(keys(notices(9))).toEqual(["digest:fuevt_1"])
    expect(keys(notices(9).slice(1))).toEqual(["digest:fuevt_2"])
  })

  it("count a task once of which several things are told", () => {
    const [message] = bellMessages(
      [1, 2, 3, 4].map((index) => ({
        ...aNotice(index % 2, { is_warning: index < 3 }),
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
    const [message] = bellMessages(notices(4, { order_display_id: null }), "en")
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
    expect(bellMessages(notices(count), language)[0]?.title).toBe(title)
  })

  it("count one as one where several things are told of it", () => {
    const of = notices(4, { id: "futask_1" }).map(({ id, notice }, index) => ({
      id,
      notice: {
        ...notice,
        deadline: DEADLINES[index % 2] ?? notice.deadline,
        is_warning: index < 2,
      },
    }))
    expect(
      SCRIPT_LANGUAGES.map((language) => bellMessages(of, language)[0]?.title)
    ).toEqual([
      "1 follow-up wants you",
      "1 завдання чекає",
      "1 задача ждёт",
      "1 задача чака",
    ])
  })
})

describe("the e-mails for notices that leave together", () => {
  const mailed = (index: number, user_id: string | null, step_id = "all") => ({
    ...aNotice(index, { user_id, step_id, email: true }),
    id: `fuevt_${index}_${step_id}`,
  })

  it("tell a person once who is named in one step and is one of everyone in another", () => {
    const told = [mailed(1, null), mailed(1, "user_1", "owner")]
    expect(mailsTo("user_1", told, "en")).toHaveLength(1)
    expect(mailsTo("user_2", told, "en")).toHaveLength(1)
  })

  it("are one to each person where they are many, with what is for them", () => {
    const told = [1, 2, 3, 4].flatMap((index) => [
      mailed(index, null),
      mailed(index + 4, "user_1"),
    ])
    const titles = (user: string) =>
      mailsTo(user, told, "en").map(({ title }) => title)
    expect(titles("user_1")).toEqual(["8 follow-ups want you"])
    expect(titles("user_2")).toEqual(["4 follow-ups want you"])
  })

  it("are none for what is told in the bell alone", () => {
    expect(mailsTo("user_1", notices(5), "en")).toEqual([])
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
