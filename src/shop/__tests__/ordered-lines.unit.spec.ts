import { nameWithVariant } from "../ordered-lines"

describe("what a customer is told that something is", () => {
  it.each([
    ["28 cm", "Pan, 28 cm"],
    ["Pan", "Pan"],
    ["Default variant", "Pan"],
    ["Default option value", "Pan"],
    [null, "Pan"],
  ])("says which one it is: %s", (variant_title, name) => {
    expect(nameWithVariant({ title: "Pan", variant_title })).toBe(name)
  })
})
