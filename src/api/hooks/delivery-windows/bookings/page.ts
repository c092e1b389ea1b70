import {
  clockText,
  type ScriptLanguage,
  timeText,
} from "../../../../modules/follow-up"
import type {
  DeliveryForCustomer,
  WindowForCustomer,
} from "../../../../workflows/delivery-window/delivery-for-customer"
import {
  dateText,
  hoursText,
  windowText,
} from "../../../../workflows/delivery-window/window-text"
import { html, type Markup } from "../../../customer-page/html"
import { filled, pageOf } from "../../../customer-page/page-shell"
import { PAGE_TEXTS, type PageTexts } from "./texts"

/** As many are at hand; the later ones take one press more. */
const DATES_AT_FIRST = 7

/** What went wrong with the customer's choice, if anything did. */
export type Fault = "taken" | "tooLate" | "failed" | "chooseFirst"

export type Shown = {
  delivery: DeliveryForCustomer
  language: ScriptLanguage
  fault: Fault | null
  /** The customer has just moved it. */
  is_moved: boolean
  now: Date
}

/** The customer's page of a delivery. */
export function deliveryPage(shown: Shown): string {
  const { delivery, language, fault } = shown
  const t = PAGE_TEXTS[language]
  return pageOf({
    language,
    title: t.title,
    shop: delivery.shop,
    about: [
      delivery.shop,
      delivery.order_number !== null &&
        filled(t.order, { number: delivery.order_number }),
    ]
      .filter(Boolean)
      .join(" · "),
    fault: fault && t[fault],
    body: bodyOf(shown, t),
  })
}

function bodyOf(
  { delivery, language, is_moved, now }: Shown,
  t: PageTexts
): Markup {
  const { status, window, expected_at } = delivery
  if (status === "delivered" || status === "closed") {
    return html`<p class="done" role="status">${t[status]}</p>
      <p class="soft">${t.questions}</p>`
  }
  return html`${is_moved ? html`<p role="status">${t.moved}</p>` : null}
    <h2>${t.comes}</h2>
    <p class="done name">${windowText(window, language)}</p>
    ${
      expected_at &&
      html`<p>
        ${filled(t.expected, {
          time: clockText(expected_at, {
            language,
            time_zone: window.time_zone,
          }),
        })}
      </p>`
    }
    ${
      status === "open"
        ? choicesOf(delivery, language, now, t)
        : html`<p class="soft">${t.standsAsItIs}</p>`
    }`
}

/** The times that it may be moved to, a day at a time. */
function choicesOf(
  { windows, window, moves_left, movable_until }: DeliveryForCustomer,
  language: ScriptLanguage,
  now: Date,
  t: PageTexts
): Markup {
  if (windows.length === 0) {
    return html`<p class="soft">${t.nothingElse}</p>`
  }
  const dates = byDate(windows)
  const datesOf = (some: typeof dates, first_is_open: boolean) =>
    some.map(({ date, windows: ofDate }, index) => {
      const named = dateText(date, language)
      return html`<details ${first_is_open && index === 0 && "open"}>
        <summary>${named}</summary>
        <fieldset aria-label="${named}">
          ${ofDate.map((one) => choiceOf(one, language, t))}
        </fieldset>
      </details>`
    })
  return html`<form method="post">
    <h2>${t.other}</h2>
    ${datesOf(dates.slice(0, DATES_AT_FIRST), true)}
    ${
      dates.length > DATES_AT_FIRST &&
      html`<details>
        <summary>${t.later}</summary>
        ${datesOf(dates.slice(DATES_AT_FIRST), false)}
      </details>`
    }
    <button type="submit" class="stays">${t.move}</button>
    <p class="soft">
      ${filled(t.until, {
        time: timeText(movable_until, now, {
          language,
          time_zone: window.time_zone,
        }),
      })}
      ${filled(t.movesLeft, { count: moves_left })}
    </p>
  </form>`
}

/** Not `required`: a browser cannot point at what is folded, and sends nothing. */
function choiceOf(
  { id, starts_at, ends_at, time_zone, places_left }: WindowForCustomer,
  language: ScriptLanguage,
  t: PageTexts
): Markup {
  const telling = { language, time_zone }
  return html`<label class="item"
    ><input type="radio" name="window_id" value="${id}" /><span class="grow"
      ><span class="name">${hoursText({ starts_at, ends_at }, telling)}</span>${
        places_left !== null &&
        html`<span class="soft"
          >${filled(t.left, { count: places_left })}</span
        >`
      }</span
    ></label
  >`
}

function byDate(
  windows: readonly WindowForCustomer[]
): { date: string; windows: WindowForCustomer[] }[] {
  const dates = [...new Set(windows.map(({ local_date }) => local_date))]
  return dates.map((date) => ({
    date,
    windows: windows.filter(({ local_date }) => local_date === date),
  }))
}
