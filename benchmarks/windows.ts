import {
  BIG_CALENDAR,
  windowsOfDays,
} from "../integration-tests/modules/windows-of-days"
import type { Benchmark, Comparison, Report, Target } from "./harness/benchmark"
import {
  type BenchedWindows,
  openWindows,
} from "./harness/delivery-window-module"
import { median } from "./harness/rounds"
import { type BenchedServer, openServer } from "./harness/server"

/** Who asks for a place at the same time. */
const CLIENTS = 50
const BOOKINGS = 2_000
const ROUNDS = 5

const QUERIES = 60

const { ZONES, WINDOWS_A_DAY, CAPACITY, TAKEN } = BIG_CALENDAR

export const benchmark: Benchmark = {
  title:
    "places taken in one delivery window by many at once, beside a bare conditional update; what is open, with a year of windows beside a week of them",
  async run(): Promise<Report> {
    const durable = await withServer(true, (server) =>
      measureBooking(server, "commits wait for the disk, as a shop's do")
    )
    const [quick, reading] = await withServer(
      false,
      async (server) =>
        [
          await measureBooking(server, "commits wait for nothing"),
          await measureReading(server),
        ] as const
    )
    return {
      conditions: [
        `${CLIENTS} clients at once take ${BOOKINGS.toLocaleString("en")} places of one window, in turns, ${ROUNDS} rounds; medians`,
        "each of ours writes down a booking and its history, on 2 connections, and is refused if the order has one; it was checked that all were booked; the bare update has Medusa's 10 connections",
        `what is open in one zone and one week, among ${ZONES} zones with ${WINDOWS_A_DAY} windows a day, ${TAKEN} of ${CAPACITY} places taken in each`,
      ],
      comparisons: [durable.comparison, quick.comparison, reading.comparison],
      targets: [durable.target, reading.target],
    }
  },
}

async function withServer<Result>(
  is_durable: boolean,
  measure: (server: BenchedServer) => Promise<Result>
): Promise<Result> {
  const server = await openServer(is_durable)
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}

type Measured = { comparison: Comparison; target: Target }

async function measureBooking(
  server: BenchedServer,
  commits: string
): Promise<Measured> {
  const windows = await openWindows(server, "benchmark_booking")
  const ours: number[] = []
  const bare: number[] = []
  try {
    await addWindows(windows, 1)
    const [row] = await windows.service.listWindows({})
    const window_id = row?.id ?? ""
    await windows.execute(
      `update delivery_window set capacity = 1000000 where id = ?`,
      [window_id]
    )
    for (let round = 0; round <= ROUNDS; round++) {
      const booked = await rate((place) =>
        windows.service.book(
          {
            window_id,
            order_id: `order_${round}_${place}`,
            units: 1,
            agreed_by: "customer",
            actor_id: null,
          },
          0
        )
      )
      const updated = await rate(() =>
        windows.execute(
          `update delivery_window set booked = booked + 1
            where id = ? and booked + 1 <= capacity`,
          [window_id]
        )
      )
      // The first round fills the caches.
      if (round > 0) {
        ours.push(booked)
        bare.push(updated)
      }
    }
    await check(windows, window_id)
  } finally {
    await windows.close()
  }
  return {
    comparison: {
      operation: `places taken, ${commits}`,
      unit: "places/s",
      figures: [
        { contender: "deliveryWindow.book()", value: median(ours) },
        { contender: "a bare conditional update", value: median(bare) },
      ],
    },
    target: {
      name: "of a bare update's rate",
      unit: "",
      measured: median(ours.map((one, round) => one / (bare[round] ?? NaN))),
      bound: "at least",
      limit: 1 / 3,
    },
  }
}

/** Places per second. */
async function rate(
  take: (place: number) => Promise<unknown>
): Promise<number> {
  let next = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (next < BOOKINGS) {
        await take(next++)
      }
    })
  )
  return (BOOKINGS * 1_000) / (performance.now() - start)
}

async function check(
  { execute }: BenchedWindows,
  window_id: string
): Promise<void> {
  const counted = JSON.stringify(
    await execute(
      `select booked, (select count(*)::integer from delivery_window_booking
                        where window_id = delivery_window.id) as bookings
         from delivery_window where id = ?`,
      [window_id]
    )
  )
  const all = (ROUNDS + 1) * BOOKINGS
  const expected = JSON.stringify([
    { booked: TAKEN + 2 * all, bookings: TAKEN + all },
  ])
  if (counted !== expected) {
    throw new Error(`${counted} was booked; it should be ${expected}`)
  }
}

async function measureReading(server: BenchedServer): Promise<Measured> {
  const week = await openWindows(server, "benchmark_week")
  const year = await openWindows(server, "benchmark_year")
  const of_week: number[] = []
  const of_year: number[] = []
  try {
    await addWindows(week, 7)
    await addWindows(year, 365)
    for (let round = 0; round <= QUERIES; round++) {
      const [short, long] = [await read(week), await read(year)]
      if (round > 0) {
        of_week.push(short)
        of_year.push(long)
      }
    }
  } finally {
    await week.close()
    await year.close()
  }
  return {
    comparison: {
      operation: "what is open",
      unit: "ms",
      figures: [
        { contender: "among a week of windows", value: median(of_week) },
        { contender: "among a year of windows", value: median(of_year) },
      ],
    },
    target: {
      name: "times the cost among a week",
      unit: "",
      measured: median(of_year) / median(of_week),
      bound: "at most",
      limit: 2,
    },
  }
}

/** Milliseconds. */
async function read({ service }: BenchedWindows): Promise<number> {
  const from = new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS)
  const start = performance.now()
  const open = await service.listOpenWindows(
    {
      shipping_option_ids: ["so_3"],
      service_zone_ids: ["zone_3"],
      from,
      to: new Date(from.getTime() + 7 * DAY_MS),
    },
    0
  )
  const took = performance.now() - start
  if (open.length !== 7 * WINDOWS_A_DAY) {
    throw new Error(`${open.length} windows were open`)
  }
  return took
}

const DAY_MS = 86_400_000

async function addWindows(
  { execute }: BenchedWindows,
  days: number
): Promise<void> {
  for (const statement of [...windowsOfDays(days), `vacuum analyze`]) {
    await execute(statement)
  }
}
