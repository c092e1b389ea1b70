import { textIn, type Language } from "../../refusals/__tests__/a-text"
import { agoText } from "../ago-text"

const MINUTE_MS = 60_000

const told = (minutes: number, language: Language = "en") =>
  agoText(textIn(language), 0, minutes * MINUTE_MS)

it.each([
  [0, "just now"],
  [1, "1 min. ago"],
  [59.9, "59 min. ago"],
  [60, "1 hr. ago"],
  [179, "2 hr. ago"],
  [1_440, "yesterday"],
  [4_500, "3 days ago"],
])("%p minutes are told as %p", (minutes, text) => {
  expect(told(minutes)).toBe(text)
})

it("is told in the language of the page", () => {
  expect(told(120, "uk")).toBe("2 год тому")
  expect(told(0, "uk")).toBe("щойно")
  expect(told(120, "bg")).toBe("преди 2 ч")
})

it("does not tell of the future when the clocks differ", () => {
  expect(told(-1)).toBe("just now")
})
