import { BigNumber } from "@medusajs/framework/utils"
import { amountOf, amountPerUnit } from "../amounts"

describe("an amount", () => {
  it.each([
    ["a number", 12.345, 12.345],
    ["a number with the error of a division", 37.035 / 3, 12.345],
    ["a sum with the error of an addition", 0.1 + 0.2, 0.3],
    ["Medusa's own", new BigNumber("12.345"), 12.345],
    ["as it is stored", { value: "12.34500000000000000000" }, 12.345],
    ["a text", "0.001", 0.001],
    ["a large one with fractions", "123456789012.345", 123456789012.345],
    ["a negative one", -0.1 - 0.2, -0.3],
    ["none", null, 0],
  ])("is exact: %s", (_, value, amount) => {
    expect(amountOf(value)).toBe(amount)
  })
})

describe("the amount of one unit", () => {
  it.each([
    [37.035, 3, 12.345],
    [new BigNumber("37.035"), 3, 12.345],
    [8.91, 3, 2.97],
    [4.35, 0.1, 43.5],
    [100, 3, 33.3333333333],
    [1.1, 11, 0.1],
    [0, 0, 0],
  ])("of %s for %s units is %s", (total, quantity, amount) => {
    expect(amountPerUnit(total, quantity)).toBe(amount)
  })
})
