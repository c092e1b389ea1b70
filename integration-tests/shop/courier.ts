import { randomUUID } from "node:crypto"
import { Webhook } from "standardwebhooks"
import request, { type Test } from "supertest"
import type { ReportDeliveryBody } from "../../src/api/hooks/delivery-windows/eta/types"
import type { TestShop } from "./test-shop"

/** What the courier of the tests signs reports with. */
export const COURIER_SECRET = "whsec_Zm9yLXRlc3RzLW9ubHktbm90LWEtc2VjcmV0"

/** How a message differs from one that is right. */
export type Sent = {
  id?: string
  secret?: string
  /** Seconds ago. */
  age?: number
  /** What is sent instead of what was signed. */
  tampered?: object
}

/** A courier who reports to the shop, as any sender of Standard Webhooks. */
export function courierReports(
  shop: Pick<TestShop, "url">,
  report: ReportDeliveryBody | object,
  { id = randomUUID(), secret = COURIER_SECRET, age = 0, tampered }: Sent = {}
): Test {
  const at = new Date(Date.now() - age * 1_000)
  const body = JSON.stringify(report)
  return request(shop.url)
    .post("/hooks/delivery-windows/eta")
    .set({
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": `${Math.floor(at.getTime() / 1_000)}`,
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    })
    .send(tampered ? JSON.stringify(tampered) : body)
}
