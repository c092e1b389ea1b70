import { BigNumber } from "@medusajs/framework/utils"
import {
  amountForEach,
  amountOf,
  amountPerUnit,
  decimalsOf,
  leastOf,
  payable,
} from "../amounts"

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

describe("an amount as it can be paid", () => {
  it.each([
    [39.996, "uah", 40],
    [0.004, "uah", 0],
    [-39.996, "uah", -40],
    [1_099.5, "jpy", 1_100],
    [1_099.4, "jpy", 1_099],
    [1.23449, "kwd", 1.234],
    [0.1 + 0.2, "eur", 0.3],
    [1.005, "points", 1.01],
  ])("%s %s is %s", (amount, currency_code, paid) => {
    expect(payable(amount, currency_code)).toBe(paid)
  })

  it.each([
    ["uah", 0.01],
    ["jpy", 1],
    ["kwd", 0.001],
  ])("is at least, in %s, %s", (currency_code, least) => {
    expect(leastOf(currency_code)).toBe(least)
  })
})

describe("the price of each of several units", () => {
  it.each([
    [100, 3, "uah", 33.33],
    [1_000, 3, "jpy", 333],
    [10, 3, "kwd", 3.333],
    [0.3, 3, "eur", 0.1],
  ])("that cost %s: %s of them, in %s, cost %s", (total, units, code, each) => {
    expect(amountForEach(total, units, decimalsOf(code))).toBe(each)
  })
})
