import type { AdminFollowUpTaskTypesResponse } from "../../../src/api/admin/follow-ups/types"
import { kindsIn } from "../kinds"
import { textIn } from "../../refusals/__tests__/a-text"

const answer: AdminFollowUpTaskTypesResponse = {
  task_types: [
    {
      type: "verify_payment",
      kind: "verify_payment",
      label: { en: "Verify the payment", uk: "Перевірити оплату" },
      enabled: true,
      gets: null,
      outcomes: [
        {
          outcome: "paid",
          label: { en: "Paid", uk: "Оплачено" },
          group: "reached",
          asks: [],
          done_in: null,
          leads_to: null,
        },
      ],
    },
  ],
  cancel_reasons: [
    { reason: "duplicate", label: { en: "duplicate" }, is_offered: true },
    { reason: "order_deleted", label: { en: "gone" }, is_offered: false },
  ],
  changes: [{ change: "offer_made", label: { en: "Offered", uk: "Запит" } }],
  built_in_names: [
    { en: "Standard", uk: "Стандартний", bg: "Стандартен" },
    { en: "Ask for the invoice" },
  ],
}

describe("what a kind of work is called", () => {
  it("is what it says in the reader's language, else in English", () => {
    const uk = kindsIn(textIn("uk"), answer)
    expect(uk.typeName("verify_payment")).toBe("Перевірити оплату")
    expect(uk.outcomeName("verify_payment", "paid")).toBe("Оплачено")
    expect(uk.cancelReasonName("order_deleted")).toBe("gone")
    expect(uk.changeName("offer_made")).toBe("Запит")
    const bg = kindsIn(textIn("bg"), answer)
    expect(bg.typeName("verify_payment")).toBe("Verify the payment")
  })

  it("is the readable word where nothing declares it any more", () => {
    const kinds = kindsIn(textIn("uk"), answer)
    expect(kinds.typeName("return_call")).toBe("Return call")
    expect(kinds.outcomeName("verify_payment", "auto_confirmed")).toBe(
      "Підтверджено без дзвінка"
    )
    expect(kinds.changeName("bill_sent")).toBe("Bill sent")
    expect(kinds.outcomesOf("return_call")).toEqual([])
  })

  it("is nothing while nobody knows, rather than a word in no language", () => {
    const kinds = kindsIn(textIn("uk"), undefined)
    expect(kinds.typeName("verify_payment")).toBe("")
    expect(kinds.outcomesOf("verify_payment")).toEqual([])
  })
})

it("offers people the reasons that are theirs to give", () => {
  expect(kindsIn(textIn("uk"), answer).cancelReasons).toEqual(["duplicate"])
})

describe("what came with the plugin", () => {
  const called = (language: "en" | "uk" | "bg", name: string) =>
    kindsIn(textIn(language), answer).ruleName(name)

  it("is called as the reader's language has it, in whichever it is stored", () => {
    expect(called("uk", "Standard")).toBe("Стандартний")
    expect(called("bg", "Стандартний")).toBe("Стандартен")
    expect(called("uk", "Ask for the invoice")).toBe("Ask for the invoice")
  })

  it("is called as the shop calls it once it is renamed", () => {
    expect(called("uk", "Standard for Kyiv")).toBe("Standard for Kyiv")
  })
})
