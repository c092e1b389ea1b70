import { isPartSettled, mainAction } from "../main-action"

const olena = {
  phone: "067 123 45 67",
  phone_e164: "+380671234567",
  email: "olena@mail.example",
}
const without = { ...olena, phone: null, phone_e164: null }

const calm = {
  contact: olena,
  outside: "no",
  phoneWasWrong: false,
  fallback: null,
  canWrite: false,
  isSpeaking: false,
  begun: null,
} as const

describe("what comes next on the sheet", () => {
  it.each([
    ["the call", {}, "contact"],
    [
      "what was begun in a section, on the phone or not",
      { isSpeaking: true, begun: "section" as const },
      "section",
    ],
    [
      "the form that is open, before all",
      { fallback: "hand_over" as const, begun: "form" as const },
      "form",
    ],
    [
      "the call, where it is late in a part of the country",
      { outside: "maybe" as const },
      "contact",
    ],
    [
      "what came of it, while it is late",
      { outside: "yes" as const },
      "outcome",
    ],
    [
      "what came of it, at a number that was wrong",
      { phoneWasWrong: true },
      "outcome",
    ],
    [
      "what came of it, while the user is on the phone",
      { isSpeaking: true, fallback: "hand_over" as const },
      "outcome",
    ],
    [
      "what the playbook says after the last attempt",
      { fallback: "message_customer" as const },
      "fallback",
    ],
    [
      "the letter that there is in any case, without a number and a provider",
      { contact: without, fallback: "message_customer" as const },
      "contact",
    ],
    [
      "the message that the playbook says, without a number",
      {
        contact: without,
        canWrite: true,
        fallback: "message_customer" as const,
      },
      "fallback",
    ],
    [
      "what came of it, where nothing can be written to",
      {
        contact: { ...without, email: null },
        fallback: "message_customer" as const,
      },
      "outcome",
    ],
    [
      "to cancel the order, without a number, too",
      { contact: without, fallback: "cancel_order" as const },
      "fallback",
    ],
    [
      "a letter, without a number",
      { contact: without, phoneWasWrong: true, outside: "yes" as const },
      "contact",
    ],
    [
      "what came of it, without an address too",
      { contact: { ...without, email: null } },
      "outcome",
    ],
    [
      "what came of it, with a number that nobody can call",
      { contact: { ...olena, phone_e164: null } },
      "outcome",
    ],
  ])("is %s", (_, situation, main) => {
    expect(mainAction({ ...calm, ...situation })).toBe(main)
  })
})

describe("a call of which a part is settled", () => {
  const isSettled = (...channels: string[]) =>
    isPartSettled(
      [
        { id: "ask", status: "completed" },
        { id: "confirm", status: "open" },
      ],
      channels.flatMap((channel) => [
        { task_id: "confirm", channel },
        { task_id: "ask", channel },
      ])
    )

  it.each([
    ["is going on, on the phone", isSettled("phone"), true],
    [
      "is still to be made, once the customer has written",
      isSettled("email"),
      false,
    ],
    ["counts what was done last", isSettled("email", "phone"), false],
    ["is going on where no attempt was needed", isSettled(), true],
  ])("%s", (_, isSpeaking, expected) => {
    expect(isSpeaking).toBe(expected)
  })

  it("is none while all is open", () => {
    expect(
      isPartSettled(
        [{ id: "confirm", status: "waiting" }],
        [{ task_id: "confirm", channel: "phone" }]
      )
    ).toBe(false)
  })
})
