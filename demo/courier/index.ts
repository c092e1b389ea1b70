import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import Medusa from "@medusajs/js-sdk"
import type { AdminDeliveryBoardResponse } from "../../src/api/admin/delivery-windows/types"
import type { ReportDeliveryBody } from "../../src/api/hooks/delivery-windows/eta/types"
import { webhookOf } from "../../src/api/hooks/delivery-windows/eta/webhook"

type CourierOptions = {
  url: string
  /** Who may read the board of a day. */
  admin: { email: string; password: string }
  /** What reports are signed with. */
  secret: string
  /** Stops driving. */
  signal: AbortSignal
  /** Receives one line per report. */
  say(line: string): void
}

type Stop = {
  order_id: string
  number: number
  starts_at: Date
  ends_at: Date
  /** The window's, in which its times are said. */
  time_zone: string
}

/** How the courier means to reach a customer. */
type Plan = { at: Date; is_told: boolean; nobody_at_home: boolean }

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const LOOKS_EVERY_MS = 30_000

/** The van is loaded so long before a window begins: the next one always is. */
const LOADED_MS = 240 * MINUTE_MS

const LATE = 0.25
const NOBODY_AT_HOME = 0.05

/**
 * Delivers what is booked next, as a courier with a phone would: names a time for
 * each order before its window, is late with the first and with one in four,
 * finds nobody at home now and then, and reports what was delivered. Never
 * throws: errors are printed, and the next round goes on.
 */
export async function deliver(options: CourierOptions): Promise<void> {
  const { signal, say } = options
  const plans = new Map<string, Plan>()
  // A visitor is waiting to see one.
  let is_late = true
  while (!signal.aborted) {
    try {
      for (const stop of await stopsOf(options)) {
        const plan = plans.get(stop.order_id) ?? planOf(stop, is_late)
        plans.set(stop.order_id, plan)
        is_late = Math.random() < LATE
        if (await drive(stop, plan, options)) {
          plans.delete(stop.order_id)
        }
      }
    } catch (error) {
      if (!signal.aborted) {
        say(
          `${clock(new Date())}  the courier is stuck: ${error instanceof Error ? error.message : error}`
        )
      }
    }
    await sleep(LOOKS_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** The orders of windows that are loaded and not delivered. */
async function stopsOf({ url, admin }: CourierOptions): Promise<Stop[]> {
  const sdk = new Medusa({
    baseUrl: url,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  await sdk.auth.login("user", "emailpass", admin)
  const boardOf = (query: { date?: string }) =>
    sdk.client.fetch<AdminDeliveryBoardResponse>("/admin/delivery-windows", {
      query,
    })
  const { today, windows } = await boardOf({})
  const tomorrow = new Date(Date.parse(today) + DAY_MS)
    .toISOString()
    .slice(0, 10)
  const { windows: next } = await boardOf({ date: tomorrow })
  const loaded = Date.now() + LOADED_MS
  return [...windows, ...next]
    .filter(({ starts_at }) => Date.parse(starts_at) <= loaded)
    .flatMap(({ starts_at, ends_at, time_zone, bookings }) =>
      bookings.flatMap(({ order, status }) =>
        order && (status === "confirmed" || status === "late")
          ? [
              {
                order_id: order.id,
                number: order.display_id,
                starts_at: new Date(starts_at),
                ends_at: new Date(ends_at),
                time_zone,
              },
            ]
          : []
      )
    )
}

/** @returns whether nothing is left to do */
async function drive(
  stop: Stop,
  plan: Plan,
  options: CourierOptions
): Promise<boolean> {
  const now = new Date()
  if (!plan.is_told) {
    await report(stop, { type: "eta", eta: plan.at.toISOString() }, options)
    plan.is_told = true
    options.say(
      `${clock(now)}  the courier will be there with order ${stop.number} at ${clock(plan.at, stop.time_zone)}` +
        (plan.at > stop.ends_at
          ? `, late for ${clock(stop.ends_at, stop.time_zone)}`
          : "") +
        ` (${stop.time_zone})`
    )
    return false
  }
  if (now >= plan.at) {
    await report(
      stop,
      plan.nobody_at_home
        ? { type: "attempt_failed", reason: "Nobody answered the bell" }
        : { type: "delivered", proof: `signature-${stop.number}` },
      options
    )
    options.say(
      `${clock(now)}  order ${stop.number}: ${plan.nobody_at_home ? "nobody at home" : "delivered"}`
    )
    return true
  }
  return false
}

/** Sometime in what is left of the window, or up to half an hour after it. */
function planOf({ starts_at, ends_at }: Stop, means_to_be_late: boolean): Plan {
  const from = Math.max(starts_at.getTime(), Date.now() + 2 * MINUTE_MS)
  const is_late = from >= ends_at.getTime() || means_to_be_late
  const latest = Math.max(from, ends_at.getTime())
  return {
    at: new Date(
      is_late
        ? latest + (5 + Math.random() * 25) * MINUTE_MS
        : from + Math.random() * (ends_at.getTime() - from)
    ),
    is_told: false,
    nobody_at_home: Math.random() < NOBODY_AT_HOME,
  }
}

/** @throws if the report is rejected, with the shop's message */
async function report(
  { order_id }: Stop,
  said: Omit<ReportDeliveryBody, "order_id">,
  { url, secret, signal }: CourierOptions
): Promise<void> {
  const id = randomUUID()
  const at = new Date()
  const body = JSON.stringify({
    order_id,
    observed_at: at.toISOString(),
    ...said,
  })
  const response = await fetch(`${url}/hooks/delivery-windows/eta`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": `${Math.floor(at.getTime() / 1_000)}`,
      "webhook-signature": webhookOf(secret).sign(id, at, body),
    },
    body,
    signal,
  })
  if (!response.ok) {
    throw new Error(await response.text())
  }
}

/** By default as the clock of this machine shows it, as in the rest of the log. */
const clock = (at: Date, timeZone?: string) =>
  at.toLocaleTimeString("en-GB", { timeZone, timeStyle: "short" })
