import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  CarrierAddress,
  CarrierInterval,
  DeliveryCarrier,
} from "../../../desk/delivery-carrier"
import { reportError } from "../../desk/report-error"
import { withTimeout } from "../../desk/with-timeout"

/** Whoever chooses a window waits no longer for all the answers of a carrier. */
const WAIT_MS = 1_500

/** For one answer: what comes too late is there for the next who asks. */
const ANSWER_MS = 5_000

/** The intervals of a city change hardly ever. */
const KNOWN_FOR_MS = 15 * 60_000

/** One that failed is left alone so long, and holds nobody up meanwhile. */
const RESTS_MS = 60_000

/** Places and dates of one carrier that are kept. */
const MOST_KNOWN = 2_000

type Answer = { at: number; intervals: Promise<CarrierInterval[] | null> }

type Known = { answers: Map<string, Answer>; rests_until: number }

const known = new WeakMap<DeliveryCarrier, Known>()

/**
 * When a carrier comes to an address, by date: of the dates of which it said so.
 * Answers are kept for a quarter of an hour. One that is slow or fails is waited
 * for briefly, once a minute: then nothing is known.
 */
export async function knownIntervals(
  carrier: DeliveryCarrier,
  address: CarrierAddress,
  dates: readonly string[],
  container: MedusaContainer
): Promise<Map<string, CarrierInterval[]>> {
  const found = await Promise.all(
    dates.map(async (date) => ({
      date,
      intervals: await withTimeout(
        ask(carrier, address, date, container),
        WAIT_MS,
        "it takes too long"
      ).catch(() => null),
    }))
  )
  const answered = found.flatMap(({ date, intervals }) =>
    intervals ? [[date, intervals] as const] : []
  )
  // One that comes on none of the dates does not know the address.
  return new Map(
    answered.some(([, intervals]) => intervals.length > 0) ? answered : []
  )
}

/** @returns null if it does not say */
async function ask(
  carrier: DeliveryCarrier,
  address: CarrierAddress,
  date: string,
  container: MedusaContainer
): Promise<CarrierInterval[] | null> {
  const now = performance.now()
  const of = known.get(carrier) ?? { answers: new Map(), rests_until: 0 }
  known.set(carrier, of)
  const key = `${date} ${carrier.place?.(address) ?? JSON.stringify(address)}`
  const answer = of.answers.get(key)
  if (answer && now - answer.at < KNOWN_FOR_MS) {
    return await answer.intervals
  }
  if (now < of.rests_until) {
    return null
  }
  const intervals = withTimeout(
    carrier.intervals(address, date, AbortSignal.timeout(ANSWER_MS)),
    ANSWER_MS,
    `it gave no answer within ${ANSWER_MS} ms`
  ).catch((error: unknown) => {
    of.answers.delete(key)
    if (performance.now() >= of.rests_until) {
      of.rests_until = performance.now() + RESTS_MS
      reportError(
        `the carrier ${carrier.carrier} does not say when it comes, and is asked again in a minute`,
        error,
        container
      )
    }
    return null
  })
  of.answers.set(key, { at: now, intervals })
  for (const oldest of of.answers.keys()) {
    if (of.answers.size <= MOST_KNOWN) {
      break
    }
    of.answers.delete(oldest)
  }
  return await intervals
}
