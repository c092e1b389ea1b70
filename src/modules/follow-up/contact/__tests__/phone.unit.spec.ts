import { isCallable, isPhoneCountry, toE164 } from "../phone"

describe("a number in E.164", () => {
  it.each([
    ["067 123 45 67", "ua", "+380671234567"],
    ["(067) 123-45-67", "UA", "+380671234567"],
    ["+380 67 123 45 67", null, "+380671234567"],
    ["+359 88 812 3456", "ua", "+359888123456"],
    ["0888 123 456", "bg", "+359888123456"],
    ["8 912 345-67-89", "ru", "+79123456789"],
    ["00380671234567", "bg", "+380671234567"],
  ])("%j in %s is %s", (typed, country, e164) => {
    expect(toE164(typed, country)).toBe(e164)
  })

  it.each([
    ["067 123 45 67", null],
    ["067 123 45 67", "xx"],
    ["123", "ua"],
    ["abc", "ua"],
    ["", "ua"],
    [null, "ua"],
    [undefined, undefined],
    ["1".repeat(100_000), "ua"],
  ])("%j in %s is none", (typed, country) => {
    expect(toE164(typed, country)).toBeNull()
  })
})

describe("what somebody could call", () => {
  it.each([
    ["a number of the country", "067 123 45 67", "ua", true],
    ["a number with its prefix", "+380671234567", null, true],
    ["a number whose country nobody knows", "067 123 45 67", null, true],
    ["a number of a country without numbers", "067 123 45 67", "aq", true],
    ["five digits of no known country", "12345", null, true],
    ["four digits", "1234", null, false],
    ["too few digits of the country", "12345", "ua", false],
    ["words", "call me", null, false],
    ["nothing", "", null, false],
    ["nothing at all", null, "ua", false],
  ])("%s: %j in %s: %s", (_, typed, country, callable) => {
    expect(isCallable(typed, country)).toBe(callable)
  })
})

it("knows the countries that have numbers, in either case", () => {
  expect(["ua", "UA", "bg"].map(isPhoneCountry)).toEqual([true, true, true])
  expect(["uk", "ukraine", ""].map(isPhoneCountry)).toEqual([
    false,
    false,
    false,
  ])
})
