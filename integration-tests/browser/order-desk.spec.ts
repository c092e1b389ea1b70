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

describeDesk("the dashboard", (desk) => {
  describe("the queue", () => ordersBecomeCalls(desk))
  describe("the keyboard", () => keyboard(desk))
  describe("a call", () => oneCall(desk))
  describe("the widgets", () => widgets(desk))
  describe("shortages", () => shortages(desk))
  describe("offers in place of what is short", () => offers(desk))
  describe("what a call means for its order", () => consequences(desk))
  describe("a kind of work of the shop's own", () => ownKindOfWork(desk))
  describe("every screen", () => accessibility(desk))
  describe("every language", () => languages(desk))
  describe("delivery windows", () => deliveryWindows(desk))
})
