import { accessibility } from "./accessibility"
import { consequences } from "./consequences"
import { deliveryWindows } from "./delivery-windows"
import { describeDesk } from "./describe-desk"
import { keyboard } from "./keyboard"
import { languages } from "./languages"
import { oneCall } from "./one-call"
import { ownKindOfWork } from "./own-kind-of-work"
import { ordersBecomeCalls } from "./orders-become-calls"
import { offers } from "./offers"
import { shortages } from "./shortages"
import { widgets } from "./widgets"

jest.setTimeout(240_000)

const groups = [
  ["the queue", ordersBecomeCalls],
  ["the keyboard", keyboard],
  ["a call", oneCall],
  ["the widgets", widgets],
  ["shortages", shortages],
  ["offers in place of what is short", offers],
  ["what a call means for its order", consequences],
  ["a kind of work of the shop's own", ownKindOfWork],
  ["every screen", accessibility],
  ["every language", languages],
  ["delivery windows", deliveryWindows],
] as const

describeDesk("the dashboard", (desk) => {
  describe.each(groups)("%s", (_title, tests) => {
    beforeAll(() => desk().clear())
    tests(desk)
  })
})
