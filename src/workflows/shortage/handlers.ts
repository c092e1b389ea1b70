import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AskedAbout,
  KindHandlers,
  SheetSection,
} from "../../desk/handlers"
import { expectedAt, SHORTAGE_MODULE } from "../../modules/shortage"
import type { OrderToReadOut } from "../../shop/order-to-read-out"
import { linesOfOrders, nameWithVariant } from "../../shop/ordered-lines"
import { loadShortages } from "../../shop/shortages"
import { loadVariants } from "../../shop/stock"
import { pageUrlOf } from "../desk/customer-link"
import { unlessPast } from "../desk/desk-today"
import { shortOf } from "./agreed"
import { unitsToSend } from "./alternatives/ways"
import { noticeShortages } from "./notice"
import { settleLeftOffers } from "./offers/answer-offer"
import { endAllIdleOffers, endExpiredOffers } from "./offers/end-offers"
import { OFFER_PAGE } from "./offers/offer-link"
import { finishSettlements } from "./settlement/settle"
import { shortLinesOnSheet } from "./short-lines-on-sheet"
import { walkStock } from "./walk-stock"

/** Half of what a kind of work has for a tick. */
const TICK_MS = 2_000

export const SHORTAGE_HANDLERS: KindHandlers = {
  conditions: {
    order_is_short: async (asked, container) =>
      (await unitsShort(asked, container)).map((units) =>
        units === null ? null : units > 0
      ),
    units_short: unitsShort,
  },

  script_variables: async ({ order_id, task }, { readOrder }, container) => {
    const order = order_id ? await readOrder(order_id) : null
    const short = order ? shortItems(order) : []
    const expected = order_id ? await expectedOf(order_id, container) : null
    const lines =
      short.length > 0 ? await linesOfOrders([order?.id ?? ""], container) : []
    return {
      "shortage.is_back": task?.data.is_back === true ? "yes" : "",
      "offer.link": order_id ? await linkOf(order_id, container) : "",
      "shortage.items": short.map(
        (item) => `${nameWithVariant(item)} (${item.stock.short_by})`
      ),
      "shortage.units": short.reduce(
        (sum, { stock }) => sum + stock.short_by,
        0
      ),
      "shortage.units_to_send": short.reduce(
        (sum, { id, stock }) =>
          sum +
          unitsToSend(
            lines.find((line) => line.id === id)?.outstanding ?? 0,
            stock.short_by
          ),
        0
      ),
      "shortage.expected_date": expected
        ? (language) =>
            new Intl.DateTimeFormat(language, {
              day: "numeric",
              month: "long",
            }).format(expected)
        : "",
    }
  },

  is_undone: async (_, { order_id }, container) =>
    order_id !== null &&
    (await shortOf(order_id, container)).unsettled.length > 0,

  sections: async (tasks, asked, container) => {
    const sections: SheetSection[] = []
    for (const order_id of new Set(
      tasks.flatMap((task) => task.order_id ?? [])
    )) {
      const order = await asked.readOrder(order_id)
      if (order) {
        sections.push({
          section: "shortage",
          key: order_id,
          task_ids: tasks
            .filter((task) => task.order_id === order_id)
            .map(({ id }) => id),
          data: await shortLinesOnSheet(order, container),
        })
      }
    }
    return sections
  },

  tick: async (_, container) => {
    await endExpiredOffers(container)
    await finishSettlements(container)
    await noticeShortages(container, TICK_MS)
  },

  reconcile: async (_, container) => {
    await settleLeftOffers(container)
    await endAllIdleOffers(container)
    await endExpiredOffers(container)
    await finishSettlements(container)
    await walkStock(container)
  },
}

/** Where the customer answers the order's open offer; empty without one. */
async function linkOf(
  order_id: string,
  container: MedusaContainer
): Promise<string> {
  const offers = await container
    .resolve(SHORTAGE_MODULE)
    .readOffers({ order_ids: [order_id] })
  const open = offers.find(({ status }) => status === "open")
  return (open && pageUrlOf(OFFER_PAGE, open.link_id, container)) ?? ""
}

const shortItems = ({ items }: OrderToReadOut) =>
  items.filter(({ stock }) => stock.short_by > 0)

/** How many units each of these orders lacks; null without an order. */
async function unitsShort(
  asked: readonly AskedAbout[],
  container: MedusaContainer
): Promise<(number | null)[]> {
  const lines = await linesOfOrders(
    asked.flatMap(({ order_id }) => order_id ?? []),
    container
  )
  const shortages = await loadShortages(
    lines,
    await loadVariants(
      lines.flatMap(({ variant_id }) => variant_id ?? []),
      container
    ),
    await container
      .resolve(SHORTAGE_MODULE)
      .readReported(lines.map(({ id }) => id)),
    container
  )
  return asked.map(({ order_id }) =>
    order_id === null
      ? null
      : lines
          .filter((line) => line.order_id === order_id)
          .reduce((sum, { id }) => sum + (shortages.get(id)?.units ?? 0), 0)
  )
}

/** When all that an order lacks is expected; null if that is unknown or past. */
async function expectedOf(
  order_id: string,
  container: MedusaContainer
): Promise<Date | null> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const lines = await shortage.listShortLines({ order_ids: [order_id] })
  const places = lines.flatMap((line) => line.places)
  const announcements = await shortage.readAnnouncements(
    places.map(({ inventory_item_id }) => inventory_item_id)
  )
  return await unlessPast(expectedAt(places, announcements), container)
}
