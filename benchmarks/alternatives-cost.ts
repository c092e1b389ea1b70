import { z } from "@medusajs/framework/zod"
import { agents, demoPassword } from "../demo/seed/people"
import { complete } from "../demo/shopper/order"
import { fillCatalogue } from "./alternatives/big-catalogue"
import type { Benchmark, Report } from "./harness/benchmark"
import { median, quantile } from "./harness/rounds"
import { type BenchedStore, openBenchedStore } from "./harness/stores"

/** Variants of the catalogue. */
const SIZES = [5_000, 50_000, 200_000]

/** The size that has a target, and what it is, in milliseconds. */
const TARGET = { variants: 50_000, ms: 150 }

/** Short items asked about, each another one. */
const ITEMS = 60

/** Asked before anything is timed: the words are counted, the JIT has settled. */
const WARM_UP = 15

type Times = { variants: number; ms: number[]; offered: number }

export const benchmark: Benchmark = {
  title:
    "the alternatives of a short line, over HTTP, by the size of the catalogue",
  async run(): Promise<Report> {
    const times: Times[] = []
    for (const variants of SIZES) {
      const { store, close } = await openBenchedStore(
        `benchmark_alternatives_${variants}`
      )
      try {
        await fillCatalogue(store.database, variants)
        times.push({ variants, ...(await ask(store)) })
      } finally {
        await close()
      }
    }
    const targeted = times.find(({ variants }) => variants === TARGET.variants)
    return {
      conditions: [
        `${ITEMS} short items, each another variant of the catalogue, one after the other, after ${WARM_UP} others; from the request to the answer`,
        "the catalogue: copies of the labelled set's variants, a third of them with nothing free, a fifth with reservations; two attributes are marked",
        ...times.map(
          ({ variants, offered }) =>
            `${variants} variants: ${offered} of ${ITEMS} had an alternative`
        ),
      ],
      comparisons: times.map(({ variants, ms }) => ({
        operation: `an answer among ${variants} variants`,
        unit: "ms",
        figures: [
          { contender: "median", value: median(ms) },
          { contender: "p95", value: quantile(ms, 0.95) },
        ],
      })),
      targets: [
        {
          name: `an answer among ${TARGET.variants} variants, median`,
          unit: "ms",
          measured: median(targeted?.ms ?? [NaN]),
          bound: "at most",
          limit: TARGET.ms,
        },
      ],
    }
  },
}

const answer = z.object({ alternatives: z.array(z.unknown()) })

async function ask(
  store: BenchedStore
): Promise<{ ms: number[]; offered: number }> {
  const { database } = store
  const [cart] = await store.carts(1)
  if (!cart) throw new Error("There is no cart")
  const { id: order_id } = await complete(cart)
  const { rows: lines } = await database.query<{ id: string }>(
    `select item_id as id from order_item where order_id = $1`,
    [order_id]
  )
  const line = lines[0]?.id ?? ""
  const { rows: short } = await database.query<{ id: string }>(
    `select variant_id as id from shortage_candidate
      where product_id like 'copy%' order by md5(variant_id) limit $1`,
    [ITEMS + WARM_UP]
  )
  const token = await signIn(store.url)
  const ms: number[] = []
  let offered = 0
  for (const [at, { id }] of short.entries()) {
    await database.query(
      `update order_line_item as line
          set variant_id = $2, product_id = $2, product_title = variant.title,
              unit_price = price.amount,
              raw_unit_price =
                jsonb_build_object('value', price.amount::text, 'precision', 20)
         from product_variant as variant, price
        where line.id = $1 and variant.id = $2 and price.id = $2`,
      [line, id]
    )
    const begun = performance.now()
    const response = await fetch(
      `${store.url}/admin/shortages/orders/${order_id}/lines/${line}/alternatives`,
      { headers: { Authorization: `Bearer ${token}` } }
    )
    const { alternatives } = answer.parse(await response.json())
    if (at >= WARM_UP) {
      ms.push(performance.now() - begun)
      offered += alternatives.length > 0 ? 1 : 0
    }
  }
  return { ms, offered }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: agents[0]?.email, password: demoPassword }),
  })
  return z.object({ token: z.string() }).parse(await response.json()).token
}
