import { placeOf } from "../facts/place-of"

it("tells a page of the dashboard from one of the web", () => {
  expect(placeOf("/orders/order_1")).toBe("dashboard")
  expect(placeOf("https://pay.example/receipts/1")).toBe("web")
})

it("sends nobody to what runs a program or only looks like the dashboard", () => {
  expect(placeOf("javascript:alert(1)")).toBe("nowhere")
  expect(placeOf(" javascript:alert(1)")).toBe("nowhere")
  expect(placeOf("//evil.example")).toBe("nowhere")
  expect(placeOf("/\\evil.example")).toBe("nowhere")
})
