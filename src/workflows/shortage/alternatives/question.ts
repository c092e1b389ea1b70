import type { MedusaContainer } from "@medusajs/framework/types"
import {
  contactOf,
  FOLLOW_UP_MODULE,
  isActive,
  type Task,
} from "../../../modules/follow-up"
import {
  type Answerer,
  type CatalogueWords,
  type Description,
  describe,
  type Found,
  type Question,
  type RankedLine,
  SHORTAGE_MODULE,
  tokensToAsk,
} from "../../../modules/shortage"
import {
  type CatalogueVariant,
  loadCatalogue,
  loadVariantsOfCatalogue,
} from "../../../shop/catalogue"
import type { LineToReplace } from "../../../shop/line-to-replace"
import { loadOrders } from "../../../shop/orders"

/** Variants that are looked at for one line. */
const MOST_FOUND = 300

/** What is asked of the ranker but for the candidates, and where to look. */
export type Asked = Omit<Question, "candidates" | "descriptions"> & {
  line: RankedLine
  short: Description
  words: CatalogueWords
}

/** What is asked about so many units of a line. */
export async function askAbout(
  line: LineToReplace,
  quantity: number,
  container: MedusaContainer
): Promise<Asked> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const words = await shortage.catalogueWords()
  const { id, ...variant } = await variantOf(line, container)
  return {
    line: { ...variant, id, quantity, price: line.price || NEXT_TO_NOTHING },
    short: describe({ ...variant, id }),
    words,
    statistics: words,
    marked: shortage.marked,
    pinned: (await shortage.readPins([id])).get(id) ?? [],
    answers: await shortage.answersFor(id),
    refused: new Set(
      await shortage.refusedIn(await answererOf(line.order, container), id)
    ),
  }
}

/** Whoever ordered, with all their other orders. */
async function answererOf(
  { id, email, customer }: LineToReplace["order"],
  container: MedusaContainer
): Promise<Answerer> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [id] })
  const [known] = await followUp.knownPersons([
    {
      customer_id: customer?.id ?? null,
      email: email ?? customer?.email ?? null,
      phone_e164: await numberOf(id, tasks, container),
    },
  ])
  return {
    order_ids: [id, ...(known?.order_ids ?? [])],
    customer_ids: known?.customer_ids ?? [],
    emails: known?.emails ?? [],
  }
}

/** Of tasks that are open it is known without reading the order. */
async function numberOf(
  order_id: string,
  tasks: Task[],
  container: MedusaContainer
): Promise<string | null> {
  const open = tasks.find(isActive)
  if (open) {
    return open.phone_e164
  }
  const order = (await loadOrders([order_id], container)).get(order_id)
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return order ? contactOf(order, tasks, settings).phone_e164 : null
}

/** In place of a gift nothing that costs anything is offered. */
const NEXT_TO_NOTHING = 1e-9

/**
 * The variants to look at: those that the shop has pinned and that others took
 * before, and those that have most in common with the short one.
 */
export async function findFor(
  { line, short, words, pinned, answers }: Asked,
  sales_channel_id: string | null,
  container: MedusaContainer
): Promise<Found[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const taken = [...answers].flatMap(([id, { accepted }]) =>
    accepted > 0 ? [id] : []
  )
  const wanted = await shortage.readCandidates([...pinned, ...taken])
  // The table may lag behind; what the shop has pinned is offered all the same.
  const missing = pinned.filter((id) => !wanted.has(id))
  for (const entry of await loadVariantsOfCatalogue(missing, container)) {
    const { variant } = entry
    wanted.set(variant.id, { ...entry, description: describe(variant) })
  }
  const found = await shortage.findCandidates({
    asked: tokensToAsk(short, words.countOf, words.variants),
    sales_channel_id,
    variant_id: line.id,
    limit: MOST_FOUND,
  })
  return [
    ...wanted.values(),
    ...found.filter(({ variant }) => !wanted.has(variant.id)),
  ].slice(0, MOST_FOUND)
}

/** The short variant as it is sold now; as it was ordered if it no longer is. */
async function variantOf(
  line: LineToReplace,
  container: MedusaContainer
): Promise<CatalogueVariant> {
  const { variant_id, product_id } = line
  const known = await container
    .resolve(SHORTAGE_MODULE)
    .readCandidates(variant_id ? [variant_id] : [])
  const [row] = known.values()
  if (row) {
    return row.variant
  }
  const entries = await loadCatalogue(product_id ? [product_id] : [], container)
  const entry = entries.find(({ variant }) => variant.id === variant_id)
  return (
    entry?.variant ?? {
      id: variant_id ?? line.line_item_id,
      product_id: product_id ?? line.line_item_id,
      title: line.title,
      options: line.options,
      other_option_values: [],
      category: [],
      type: line.product_type,
      tags: [],
      attributes: {},
    }
  )
}
