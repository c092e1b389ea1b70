import type { AskedField } from "../../task/outcome-actions"
import { answerTexts } from "../answer-texts"
import { textIn } from "../../refusals/__tests__/a-text"

const asked: AskedField[] = [
  {
    field: "receipt",
    label: { en: "Receipt number", uk: "Номер квитанції" },
    kind: "text",
    is_required: true,
  },
  {
    field: "paid_on",
    label: { uk: "Сплачено" },
    kind: "date",
    is_required: false,
  },
]

it("says what was answered as it was asked, in the reader's language", () => {
  expect(
    answerTexts(textIn("uk"), asked, {
      receipt: "R-7",
      paid_on: "2026-11-27",
      parcels: 1200.5,
    })
  ).toEqual([
    "Номер квитанції: R-7",
    "Сплачено: 27 лист. 2026 р.",
    "Parcels: 1\u00a0200,5",
  ])
})
