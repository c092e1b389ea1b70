import { mailLink, telLink } from "../contact-link"

describe("a link to write to", () => {
  it.each([
    ["olena@mail.example", "mailto:olena@mail.example"],
    ["o'brien+shop@mail.example", "mailto:o'brien%2Bshop@mail.example"],
    ["a?bcc=spy@mail.example", "mailto:a%3Fbcc%3Dspy@mail.example"],
    ["a&subject=x%0A@mail.example", "mailto:a%26subject%3Dx%250A@mail.example"],
    ['"a@b"@mail.example', "mailto:%22a%40b%22@mail.example"],
    [
      "олена@пошта.укр",
      `mailto:${encodeURIComponent("олена")}@${encodeURIComponent("пошта.укр")}`,
    ],
    ["no address", "mailto:no%20address"],
  ])("%s is %s", (email, link) => {
    expect(mailLink(email)).toBe(link)
    expect(decodeURIComponent(new URL(mailLink(email)).pathname)).toBe(email)
  })

  it("contains the text, with the line breaks of e-mail", () => {
    expect(mailLink("a@mail.example", "1 & 2\n3")).toBe(
      "mailto:a@mail.example?body=1%20%26%202%0D%0A3"
    )
  })
})

it("dials a number as it is", () => {
  expect(telLink("+380671234567")).toBe("tel:+380671234567")
})
