import { Webhook } from "standardwebhooks"

/** Signs and verifies with a courier's secret: `whsec_` and base64, or any text. */
export const webhookOf = (secret: string): Webhook =>
  new Webhook(
    secret,
    secret.startsWith("whsec_") ? undefined : { format: "raw" }
  )
