import { isCallable, isPhoneCountry, numbersIn, toE164 } from "../phone"

describe("a number in E.164", () => {
  it.each([
    ["067 123 45 67", "ua", "+380671234567"],
    ["(067) 123-45-67", "UA", "+380671234567"],
    ["+380 67 123 45 67", null, "+380671234567"],
    ["+359 88 812 3456", "ua", "+359888123456"],
    ["0888 123 456", "bg", "+359888123456"],
    ["8 912 345-67-89", "ru", "+79123456789"],
    ["00380671234567", "bg", "+380671234567"],
    ["00 48 512 345 678", "ua", "+48512345678"],
    ["48 512 345 678", "ua", "+48512345678"],
    ["(48) 512-345-678, viber", "ua", "+48512345678"],
    ["359888123456", "ua", "+359888123456"],
    ["45 20 12 34 56", "ua", "+4520123456"],
    ["380 67 123 45 67", null, "+380671234567"],
    ["+067 123 45 67", "ua", "+380671234567"],
    ["+38 (067) 123-45-67", "bg", "+380671234567"],
    ["tel:+380671234567", null, "+380671234567"],
    ["\u202a+380671234567\u202c", null, "+380671234567"],
    ["067–123—45−67", "ua", "+380671234567"],
    ["067,123,45,67", "ua", "+380671234567"],
    ["8 (067) 123 45 67", "ua", "+380671234567"],
    ["кв. 12 067 123 45 67", "ua", "+380671234567"],
    ["після 18:00 067 123 45 67", "ua", "+380671234567"],
    ["030/12345678", "de", "+493012345678"],
    ["495 123-45-67 доб. 12", "ru", "+74951234567"],
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
    ["512 345 67", "ua"],
    ["48 512 345 67", "ua"],
    ["1042 512 345 678", "ua"],
    ["67 123 45 6", "ua"],
    ["2025550123", null],
    ["дзвонити після 18:00", "ua"],
    ["4111 1111 1111 1111", "ua"],
  ])("%j in %s is none", (typed, country) => {
    expect(toE164(typed, country)).toBeNull()
  })
})

describe("the numbers in a text", () => {
  const TWO = ["+380675551212", "+380505551313"]

  it.each([
    ["067-555-12-12, 050-555-13-13", TWO],
    ["067-555-12-12,050-555-13-13", TWO],
    ["0675551212;0505551313", TWO],
    ["0675551212/0505551313", TWO],
    ["067 555 12 12 / 050 555 13 13", TWO],
    ["0675551212 0505551313", TWO],
    ["067 555 12 12\n050 555 13 13", TWO],
    ["067 555 12 12 або 050 555 13 13 (Олена)", TWO],
    ["067-555-12-12+050-555-13-13", TWO],
    ["+380675551212+380505551313", TWO],
    ["067 555 12 12 ext. 5, 050 555 13 13", TWO],
    ["067 555 12 12 дод. 12; тел. 050 555 13 13", TWO],
    ["067 555 12 12, +38 067 555 12 12", ["+380675551212"]],
    ["067 555 12 19 (дзвонити після 18)", ["+380675551219"]],
    ["067 555 12 19 до 18:00", ["+380675551219"]],
    ["067 555 12 19, 9-18", ["+380675551219"]],
    ["48 512 345 678 / 48 512 345 679", ["+48512345678", "+48512345679"]],
    ["380675551212 380505551313", TWO],
    ["no phone please", []],
  ])("%j are %j", (typed, numbers) => {
    expect(numbersIn(typed, "ua")).toEqual(numbers)
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
