import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../../clock"
import {
  clockText,
  customerTimeZones,
  type Telling,
  timeText,
} from "../../../modules/follow-up"
import type { Offer } from "../../../modules/shortage"
import { nameWithVariant } from "../../../shop/ordered-lines"
import { loadOrders } from "../../../shop/orders"
import { deskToday } from "../../desk/desk-today"
import {
  linkMessage,
  type LinkMessage,
  type LinkWords,
} from "../../desk/link-message"

/** What the customer is sent with the link. */
const WORDS: LinkWords = {
  subject: {
    en: "{shop}: please choose a replacement in order {number}",
    uk: "{shop}: оберіть заміну в замовленні №{number}",
    ru: "{shop}: выберите замену в заказе №{number}",
    bg: "{shop}: изберете замяна в поръчка №{number}",
  },
  message: {
    en: "Hello{name}! We are sorry: {title} is out of stock. Please choose by {time} what you would like instead: {link}",
    uk: "Добрий день{name}! Перепрошуємо: {title} немає на складі. Оберіть, будь ласка, до {time}, що вам надіслати натомість: {link}",
    ru: "Здравствуйте{name}! Просим прощения: {title} нет на складе. Выберите, пожалуйста, до {time}, что отправить вместо этого: {link}",
    bg: "Здравейте{name}! Извиняваме се: {title} не е в наличност. Моля, изберете до {time} какво да изпратим вместо това: {link}",
  },
}

/** Further ahead, the day has to be said. */
const SAME_DAY_MS = 12 * 3_600_000

/**
 * The message in the customer's language, or else in English, with the time at
 * which the offer ends where they are; where that is unknown, where the desk is.
 *
 * @param may_be_named - see `LinkRecipient`
 */
export async function offerMessage(
  { title, variant_title, language, order_id, expires_at }: Offer,
  link: string,
  may_be_named: boolean,
  container: MedusaContainer
): Promise<LinkMessage> {
  const now = clockOf(container).now()
  const order = (await loadOrders([order_id], container)).get(order_id) ?? null
  const country = order?.shipping_address?.country_code ?? null
  const telling = await tellingIn(language ?? "en", country, now, container)
  const time =
    expires_at.getTime() - now.getTime() < SAME_DAY_MS
      ? clockText(expires_at, telling)
      : timeText(expires_at, now, telling)
  return await linkMessage(
    WORDS,
    { order, language, may_be_named },
    { time, link, title: nameWithVariant({ title, variant_title }) },
    container
  )
}

async function tellingIn(
  language: string,
  country: string | null,
  now: Date,
  container: MedusaContainer
): Promise<Telling> {
  const [time_zone, ...others] = customerTimeZones(country, now)
  return time_zone && others.length === 0
    ? { language, time_zone }
    : {
        language,
        time_zone: (await deskToday(container)).time_zone,
        with_zone: true,
      }
}
