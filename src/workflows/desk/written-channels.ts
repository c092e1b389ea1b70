import type { MedusaContainer } from "@medusajs/framework/types"
import type { AttemptChannel } from "../../desk/attempts"
import { servedChannels } from "../../shop/channels"

/** How a customer can be written to. */
export type WrittenChannel = Exclude<AttemptChannel, "phone">

const WRITTEN = ["email", "sms", "messenger"] as const

/** The channels by which messages leave the store. */
export function writtenChannels(container: MedusaContainer): WrittenChannel[] {
  const served = servedChannels(container)
  return WRITTEN.filter((channel) => served.has(channel))
}
