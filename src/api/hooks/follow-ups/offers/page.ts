import type { ScriptLanguage } from "../../../../modules/follow-up"
import { moneyText } from "../../../../money"
import { nameWithVariant } from "../../../../shop/ordered-lines"
import type { OfferForCustomer } from "../../../../workflows/shortage/offers/offer-for-customer"
import { html, type Markup } from "../../../customer-page/html"
import { filled, pageOf } from "../../../customer-page/page-shell"
import { LONGEST_NOTE } from "../../../store/offers/validators"
import { PAGE_TEXTS, type PageTexts } from "./texts"

/** What went wrong with the customer's answer, if anything did. */
export type Fault = "failed" | "chooseFirst"

/** The customer's page of an offer. */
export function offerPage(
  offer: OfferForCustomer,
  language: ScriptLanguage,
  fault: Fault | null
): string {
  const t = PAGE_TEXTS[language]
  const { shop } = offer
  const is_open = offer.status === "open"
  return pageOf({
    language,
    title: is_open ? t.title : orderText(offer, t) || t.title,
    shop,
    about: [shop, is_open && orderText(offer, t)].filter(Boolean).join(" · "),
    fault: fault && t[fault],
    body: is_open ? openOffer(offer, language, t) : endOf(offer, language, t),
  })
}

const orderText = ({ order_number }: OfferForCustomer, t: PageTexts) =>
  order_number === null ? "" : filled(t.order, { number: order_number })

function openOffer(
  offer: OfferForCustomer,
  language: ScriptLanguage,
  t: PageTexts
): Markup {
  const { item, alternatives, others, currency_code, seconds_left } = offer
  const money = (amount: number) => moneyText(amount, currency_code, language)
  return html`<p>${t.intro}</p>
    <h2>${t.outOfStock}</h2>
    <div class="item gone">
      ${picture(item.thumbnail)}<span class="grow"
        ><span class="name">${nameOf(item)}</span
        ><span class="soft">${money(item.total)}</span></span
      >
    </div>
    <form method="post">
      <fieldset>
        <legend>${t.offered}</legend>
        ${alternatives.map((one) => choiceOf(`accept:${one.id}`, one, money, t))}
      </fieldset>
      ${
        others.length > 0 &&
        html`<fieldset>
          <legend>${t.others}</legend>
          ${others.map((one) =>
            choiceOf(`choose:${one.variant_id}`, one, money, t)
          )}
        </fieldset>`
      }
      <fieldset>
        <legend>${t.instead}</legend>
        ${(["another", "notify", "remove", "refuse"] as const).map(
          (answer) =>
            html`<label class="item"
              ><input
                type="radio"
                name="choice"
                value="${answer}"
                required
              /><span class="grow"
                ><span>${t[answer]}</span>${
                  answer === "notify" && expectedText(offer, language, t)
                }</span
              ></label
            >`
        )}
      </fieldset>
      <h2><label for="note">${t.note}</label></h2>
      <textarea
        id="note"
        name="note"
        maxlength="${LONGEST_NOTE}"
        aria-describedby="note-hint"
      ></textarea>
      <p id="note-hint" class="soft">${t.noteHint}</p>
      <button type="submit">${t.send}</button>
      <p class="soft">
        ${filled(t.keptFor, { minutes: Math.max(1, Math.ceil(seconds_left / 60)) })}
        ${t.once}
      </p>
    </form>`
}

function expectedText(
  { expected_on }: OfferForCustomer,
  language: ScriptLanguage,
  t: PageTexts
): Markup | null {
  return expected_on === null
    ? null
    : html`<span class="soft"
        >${filled(t.expected, {
          date: new Intl.DateTimeFormat(language, {
            dateStyle: "long",
            timeZone: "UTC",
          }).format(new Date(expected_on)),
        })}</span
      >`
}

/** Something that may be sent instead, to be chosen. */
function choiceOf(
  choice: string,
  one:
    | OfferForCustomer["others"][number]
    | OfferForCustomer["alternatives"][number],
  money: (amount: number) => string,
  t: PageTexts
): Markup {
  return html`<label class="item"
    ><input type="radio" name="choice" value="${choice}" required />${picture(
      one.thumbnail
    )}<span class="grow"
      ><span class="name">${nameOf(one)}</span
      ><span class="soft">${money(one.total)}</span
      ><span class="soft"
        >${differenceText(one.difference, money, t)}</span
      ></span
    ></label
  >`
}

function endOf(
  offer: OfferForCustomer,
  language: ScriptLanguage,
  t: PageTexts
): Markup {
  const { answer, order_total: total, currency_code } = offer
  return html`<p class="done" role="status">${saidAtEnd(offer, t)}</p>
    ${answer === "notify" && html`<p>${expectedText(offer, language, t)}</p>`}
    ${
      total !== null &&
      html`<p>
        ${filled(t.newTotal, { total: moneyText(total, currency_code, language) })}
      </p>`
    }
    <p class="soft">${t.questions}</p>`
}

function saidAtEnd(offer: OfferForCustomer, t: PageTexts): string {
  switch (offer.status === "answered" ? offer.answer : null) {
    case "accept": {
      const taken = offer.alternatives.find(({ is_accepted }) => is_accepted)
      return filled(t.accepted, {
        title: taken ? nameOf(taken) : "",
      })
    }
    case "refuse":
      return t.refused
    case "another":
      return t.anotherAsked
    case "remove":
      return t.removed
    case "notify":
      return t.waits
    default:
      return offer.end_reason ? t.ended[offer.end_reason] : t.closed
  }
}

function nameOf(
  item: Pick<OfferForCustomer["item"], "title" | "variant_title" | "units">
): string {
  const name = nameWithVariant(item)
  return item.units === 1 ? name : `${item.units} × ${name}`
}

const picture = (url: string | null) =>
  url ? html`<img src="${url}" alt="" loading="lazy" />` : null

function differenceText(
  difference: number,
  money: (amount: number) => string,
  t: PageTexts
): string {
  if (difference === 0) {
    return t.samePrice
  }
  return filled(difference > 0 ? t.dearer : t.cheaper, {
    amount: money(Math.abs(difference)),
  })
}
