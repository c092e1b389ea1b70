import { describe } from "../../src/modules/shortage/alternatives/description"
import type {
  CatalogueVariant,
  ShortLine,
} from "../../src/modules/shortage/alternatives/product"
import {
  type Question,
  rankAlternatives,
} from "../../src/modules/shortage/alternatives/rank"
import { statisticsOf } from "../../src/modules/shortage/alternatives/statistics"
import type { Contender as Timed } from "../harness/rounds"
import { type Contender, titleLikeness } from "./baselines"
import type { Offered } from "./inconsistencies"
import type { LabelledSet, ShortItem } from "./labelled-set"

export type Asked = (item: ShortItem) => Question

/** The plugin's ranker, asked about every variant of the set. */
export function ourRanker(
  set: LabelledSet,
  variants: ReadonlyMap<string, Offered>
): Contender {
  const asked = questionsOf(set, variants)
  return {
    name: "this plugin",
    propose: (item) =>
      rankAlternatives(asked(item)).map(({ variant_id, units }) => ({
        variant: variant_id,
        units,
      })),
  }
}

/** What the ranker is asked; nothing of the grades is in it. */
export function questionsOf(
  set: LabelledSet,
  variants: ReadonlyMap<string, Offered>
): Asked {
  const rows = new Map(
    [...variants].map(([id, offered]) => [id, rowOf(offered)])
  )
  const descriptions = new Map(
    [...rows].map(([id, row]) => [id, describe(row)])
  )
  const statistics = new Map(
    set.shops.map(({ sales_channel }) => [
      sales_channel,
      statisticsOf(
        [...descriptions.values()].filter(({ variant }) =>
          variants
            .get(variant.id)
            ?.product.sales_channels.includes(sales_channel)
        )
      ),
    ])
  )
  return (item) => {
    const out = rows.get(item.out)
    const price = variants.get(item.out)?.variant.prices[item.currency]
    if (!out || price === undefined) throw new Error(`no price of ${item.out}`)
    const line: ShortLine = { ...out, quantity: item.quantity, price }
    return {
      line,
      candidates: [...variants].flatMap(([id, { product, variant }]) => {
        const row = rows.get(id)
        return row
          ? [
              {
                ...row,
                is_published: product.status === "published",
                in_sales_channel: product.sales_channels.includes(
                  item.sales_channel
                ),
                price: variant.prices[item.currency] ?? null,
                free_units: variant.stock[item.location] ?? 0,
              },
            ]
          : []
      }),
      marked: item.marked.map((name) => ({
        name,
        keys: set.attributes[name] ?? [],
      })),
      pinned: [],
      answers: new Map(),
      refused: new Set(),
      statistics: statistics.get(item.sales_channel),
      descriptions,
    }
  }
}

/** A variant of the set as the plugin keeps it. */
export function rowOf({ product, variant }: Offered): CatalogueVariant {
  return {
    id: variant.id,
    product_id: product.id,
    title: product.title,
    options: variant.options,
    other_option_values: product.variants
      .filter(({ id }) => id !== variant.id)
      .flatMap(({ options }) => Object.values(options)),
    category: product.category,
    type: product.type ?? null,
    tags: product.tags,
    attributes: product.metadata,
  }
}

const CANDIDATES = 300

/** One question about so many candidates, answered by the ranker and compared by trigrams alone. */
export function timed(
  set: LabelledSet,
  variants: ReadonlyMap<string, Offered>,
  items: readonly ShortItem[]
): Timed[] {
  const asked = questionsOf(set, variants)
  const questions = items.slice(0, 20).map((item) => {
    const question = asked(item)
    const allowed = question.candidates.filter(
      (one) => one.is_published && one.in_sales_channel && one.price !== null
    )
    return {
      ...question,
      candidates: Array.from(
        { length: CANDIDATES },
        (_, at) => allowed[at % allowed.length] ?? question.line
      ).flatMap((one) => ("free_units" in one ? [one] : [])),
    }
  })
  const each = (name: string, work: (question: Question) => number): Timed => {
    let next = 0
    return {
      name,
      work(count) {
        let sum = 0
        for (let done = 0; done < count; done++) {
          next = (next + 1) % questions.length
          const question = questions[next]
          if (question) sum += work(question)
        }
        return sum
      },
    }
  }
  return [
    each("this plugin", (question) => rankAlternatives(question).length),
    each("likeness of titles", ({ line, candidates }) => {
      const out = variants.get(line.id)
      return candidates.reduce((sum, { id }) => {
        const one = variants.get(id)
        return sum + (out && one ? titleLikeness(out, one) : 0)
      }, 0)
    }),
  ]
}
