import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import { Refusal } from "../../../refusals"
import { markToSync } from "../noticing/orders"
import { prolongHolds } from "./hold"
import {
  type AnsweredOffer,
  isDeed,
  type NewOffer,
  type Offer,
  type AlternativeOnOffer,
} from "./offer"

const COLUMNS = `id, order_id, line_item_id, variant_id, title, variant_title,
  sku, thumbnail, ordered, units, unit_price, currency_code, status, end_reason,
  link_id, language, expires_at, answer, answered_via, answered_at, alternative_id,
  capture_first, note, created_by, answered_by, created_at`

const OPEN = "('preparing', 'open', 'settling')"

const LISTED = "select value from jsonb_array_elements_text(?::jsonb)"

/**
 * Writes an offer that is being prepared: it can be answered once it is open.
 *
 * @throws Refusal `offer_open` if the line has one that is open
 */
export async function insertOffer(
  sql: Sql,
  offer: NewOffer,
  now: Date
): Promise<Offer> {
  const id = newId("shoff")
  const rows = await sql.execute(
    `insert into shortage_offer
            (id, order_id, line_item_id, variant_id, title, variant_title, sku,
             thumbnail, ordered, units, unit_price, currency_code, status,
             link_id, language, expires_at, created_by, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'preparing', ?, ?, ?, ?, ?, ?)
         on conflict (line_item_id) where status in ${OPEN} do nothing
  returning id`,
    [
      id,
      offer.order_id,
      offer.line_item_id,
      offer.variant_id,
      offer.title,
      offer.variant_title,
      offer.sku,
      offer.thumbnail,
      offer.ordered,
      offer.units,
      offer.unit_price,
      offer.currency_code,
      offer.link_id,
      offer.language,
      offer.expires_at,
      offer.created_by,
      now,
      now,
    ]
  )
  if (rows.length === 0) {
    throw new Refusal("offer_open", {})
  }
  for (const alternative of offer.alternatives) {
    await insertAlternative(
      sql,
      { ...alternative, offer_id: id, hold_id: null },
      now
    )
  }
  return await offerWithId(sql, id)
}

/** Puts something on an offer, after what is on it. @returns its id */
export async function insertAlternative(
  sql: Sql,
  alternative: Omit<AlternativeOnOffer, "id"> & { offer_id: string },
  now: Date
): Promise<string> {
  const id = newId("shalt")
  await sql.execute(
    `insert into shortage_offer_alternative
            (id, offer_id, position, variant_id, title, variant_title, sku,
             thumbnail, quantity, unit_price, listed_unit_price, location_id,
             difference, hold_id, created_at, updated_at)
     select ?, ?, count(*), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       from shortage_offer_alternative where offer_id = ?`,
    [
      id,
      alternative.offer_id,
      alternative.variant_id,
      alternative.title,
      alternative.variant_title,
      alternative.sku,
      alternative.thumbnail,
      alternative.quantity,
      alternative.unit_price,
      alternative.listed_unit_price,
      alternative.location_id,
      alternative.difference,
      alternative.hold_id,
      now,
      now,
      alternative.offer_id,
    ]
  )
  return id
}

/** Notes which hold keeps the units of an alternative. */
export async function linkHold(
  sql: Sql,
  alternative_id: string,
  hold_id: string
): Promise<void> {
  await sql.execute(
    `update shortage_offer_alternative set hold_id = ? where id = ?`,
    [hold_id, alternative_id]
  )
}

/**
 * Opens an offer that was prepared, so that it can be answered.
 *
 * @throws Refusal `offer_closed` if it took so long that it has ended
 */
export async function openOffer(
  sql: Sql,
  { offer_id, expires_at }: { offer_id: string; expires_at: Date },
  now: Date
): Promise<Offer> {
  await sql.execute(
    `update shortage_offer
        set status = 'open', expires_at = ?, updated_at = ?
      where id = ? and status = 'preparing'`,
    [expires_at, now, offer_id]
  )
  return refuseUnless(await offerWithId(sql, offer_id), "open")
}

/**
 * Takes an answer: of several at once, one is taken. The offer is settling until
 * `settleOffer` or `reopenOffer`; what the order is changed by stays held for as
 * long as that may take.
 *
 * @param held_until - unless they are held for longer anyway
 * @throws Refusal `offer_closed` unless the offer is open
 */
export async function answerOffer(
  sql: Sql,
  answered: AnsweredOffer,
  now: Date,
  held_until: Date
): Promise<Offer> {
  const { offer_id, answer, via, alternative_id, capture_first } = answered
  const { note, actor_id } = answered
  const rows = await sql.execute(
    `update shortage_offer
        set status = 'settling', answer = ?, answered_via = ?, answered_at = ?,
            alternative_id = ?, capture_first = coalesce(?, capture_first),
            note = ?, answered_by = ?, updated_at = ?
      where id = ? and status = 'open' and expires_at > ?
  returning id`,
    [
      answer,
      via,
      now,
      alternative_id,
      capture_first ?? null,
      note,
      actor_id,
      now,
      offer_id,
      now,
    ]
  )
  const offer = await offerWithId(sql, offer_id)
  if (rows.length === 0) {
    throw closed(offer, now)
  }
  if (isDeed(answer)) {
    await prolongHolds(sql, offer_id, held_until)
  }
  return offer
}

/**
 * Notes whether payments are captured before what the customer answers is
 * carried out, by phone or by the link.
 *
 * @throws Refusal `offer_closed` unless the offer is open
 */
export async function setCaptureFirst(
  sql: Sql,
  { offer_id, capture_first }: { offer_id: string; capture_first: boolean },
  now: Date
): Promise<void> {
  const rows = await sql.execute(
    `update shortage_offer set capture_first = ?, updated_at = ?
      where id = ? and status = 'open' and expires_at > ?
  returning id`,
    [capture_first, now, offer_id, now]
  )
  if (rows.length === 0) {
    throw closed(await offerWithId(sql, offer_id), now)
  }
}

/** For how long an offer is to stand from now on, and may stand in all. */
export type LongerOffer = {
  offer_id: string
  minutes: number
  most_minutes: number
}

/**
 * Has an open offer stand, and its units held, for so long from now, by the
 * database's clock.
 *
 * @throws Refusal `offer_closed` unless it is open, `offer_held_longest` once it
 * stands as long as it may, `hold_gone` if something is no longer held for it
 */
export async function prolongOffer(
  sql: Sql,
  { offer_id, minutes, most_minutes }: LongerOffer,
  ahead_ms: number
): Promise<Offer> {
  // Whoever ends it at this moment comes before, or after.
  const [found] = await sql.execute<
    { is_over: boolean; is_longest: boolean; until: string | Date }[]
  >(
    `select offer.expires_at <= at.now as is_over,
            longest.at <= offer.expires_at as is_longest,
            greatest(offer.expires_at,
              least(at.now + ? * interval '1 minute', longest.at)) as until
       from shortage_offer as offer
      cross join lateral (
              select statement_timestamp() + ? * interval '1 millisecond' as now
            ) as at
      cross join lateral (
              select offer.created_at + ? * interval '1 minute' as at
            ) as longest
      where offer.id = ? and offer.status = 'open'
        for update of offer`,
    [minutes, ahead_ms, most_minutes, offer_id]
  )
  const offer = await offerWithId(sql, offer_id)
  if (!found || found.is_over) {
    throw new Refusal("offer_closed", {
      status: found ? "expired" : offer.status,
    })
  }
  if (found.is_longest) {
    throw new Refusal("offer_held_longest", { minutes: most_minutes })
  }
  const held = offer.alternatives.flatMap(({ hold_id }) => hold_id ?? [])
  const until = new Date(found.until)
  // A tick may be releasing what is held at this moment.
  if ((await prolongHolds(sql, offer_id, until)) < held.length) {
    throw new Refusal("hold_gone", {})
  }
  await sql.execute(
    `update shortage_offer set expires_at = ?, updated_at = now() where id = ?`,
    [until, offer_id]
  )
  return { ...offer, expires_at: until }
}

/**
 * Notes that what was agreed has been carried out. What the customer wants to be
 * told of may have come while they made up their mind: the order's tasks are made
 * to fit again.
 */
export async function settleOffer(
  sql: Sql,
  offer_id: string,
  now: Date
): Promise<Offer> {
  await sql.execute(
    `update shortage_offer set status = 'answered', updated_at = ?
      where id = ? and status = 'settling'`,
    [now, offer_id]
  )
  const offer = await offerWithId(sql, offer_id)
  if (offer.answer === "notify") {
    await markToSync(sql, [offer.order_id], now)
  }
  return offer
}

/**
 * Takes back an answer that could not be carried out, unless another instance is
 * carrying it out, or has.
 *
 * @returns whether the offer can be answered again
 */
export async function reopenOffer(
  sql: Sql,
  { id, answered_at }: Pick<Offer, "id" | "answered_at">,
  now: Date
): Promise<boolean> {
  // A settlement that begins at this moment comes before, or after.
  if (answered_at === null || !(await lockAnswer(sql, id, answered_at))) {
    return false
  }
  const rows = await sql.execute(
    `update shortage_offer as offer
        set status = 'open', answer = null, answered_via = null,
            answered_at = null, alternative_id = null, note = null,
            answered_by = null, updated_at = ?
      where offer.id = ?
        and not exists (
              select from shortage_settlement as settlement
               where settlement.offer_id = offer.id
                 and settlement.state <> 'undone')
  returning offer.id`,
    [now, id]
  )
  return rows.length > 0
}

/**
 * Until the transaction ends, nobody else begins to carry out this answer, or
 * takes it back.
 *
 * @returns false if it was taken back, or has been carried out
 */
export async function lockAnswer(
  sql: Sql,
  offer_id: string,
  answered_at: Date
): Promise<boolean> {
  const rows = await sql.execute(
    `select id from shortage_offer
      where id = ? and status = 'settling' and answered_at = ?
        for update`,
    [offer_id, answered_at]
  )
  return rows.length > 0
}

/**
 * Withdraws an offer before it is answered.
 *
 * @throws Refusal `offer_closed` if it was answered or has ended
 */
export async function withdrawOffer(
  sql: Sql,
  offer_id: string,
  now: Date
): Promise<Offer> {
  await sql.execute(
    `update shortage_offer set status = 'withdrawn', updated_at = ?
      where id = ? and status in ('preparing', 'open')`,
    [now, offer_id]
  )
  return refuseUnless(await offerWithId(sql, offer_id), "withdrawn")
}

/**
 * Takes offers that were left settling by a crash, each to be looked at by one
 * instance for a while.
 */
export async function takeStuckOffers(
  sql: Sql,
  limit: number,
  since: Date,
  now: Date
): Promise<Offer[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `update shortage_offer set updated_at = ?
      where id in (
              select id from shortage_offer
               where status = 'settling' and updated_at <= ?
               order by expires_at limit ?
                 for update skip locked
            )
  returning id`,
    [now, since, limit]
  )
  return await selectOffers(sql, { ids: rows.map(({ id }) => id) })
}

/** Which offers are meant. */
export type OfferFilters = {
  ids?: readonly string[]
  order_ids?: readonly string[]
  link_ids?: readonly string[]
}

/** Offers with their alternatives, the latest first. */
export async function selectOffers(
  sql: Sql,
  { ids, order_ids, link_ids }: OfferFilters
): Promise<Offer[]> {
  const given = [
    { listed: ids, condition: `id in (${LISTED})` },
    { listed: order_ids, condition: `order_id in (${LISTED})` },
    { listed: link_ids, condition: `link_id in (${LISTED})` },
  ].filter(({ listed }) => listed !== undefined)
  const rows = await sql.execute<OfferRow[]>(
    `select ${COLUMNS} from shortage_offer
      where ${["true", ...given.map(({ condition }) => condition)].join(" and ")}
      order by created_at desc, id desc`,
    given.map(({ listed }) => JSON.stringify(listed))
  )
  if (rows.length === 0) {
    return []
  }
  const alternatives = await sql.execute<
    (AlternativeOnOffer & { offer_id: string })[]
  >(
    `select id, offer_id, variant_id, title, variant_title, sku, thumbnail,
            quantity, unit_price, listed_unit_price, location_id, difference,
            hold_id
       from shortage_offer_alternative
      where offer_id in (${LISTED})
      order by offer_id, position`,
    [JSON.stringify(rows.map(({ id }) => id))]
  )
  return rows.map((row) => ({
    ...row,
    expires_at: new Date(row.expires_at),
    answered_at: row.answered_at ? new Date(row.answered_at) : null,
    created_at: new Date(row.created_at),
    alternatives: alternatives.flatMap(({ offer_id, ...alternative }) =>
      offer_id === row.id ? [alternative] : []
    ),
  }))
}

type OfferRow = Omit<
  Offer,
  "expires_at" | "answered_at" | "created_at" | "alternatives"
> & {
  expires_at: string | Date
  answered_at: string | Date | null
  created_at: string | Date
}

async function offerWithId(sql: Sql, id: string): Promise<Offer> {
  const [offer] = await selectOffers(sql, { ids: [id] })
  if (!offer) {
    throw new Refusal("offer_not_found", { id }, ["id"])
  }
  return offer
}

function refuseUnless(offer: Offer, status: Offer["status"]): Offer {
  if (offer.status !== status) {
    throw new Refusal("offer_closed", { status: offer.status })
  }
  return offer
}

function closed({ status, expires_at }: Offer, now: Date): Refusal {
  return new Refusal("offer_closed", {
    status: status === "open" && expires_at <= now ? "expired" : status,
  })
}
