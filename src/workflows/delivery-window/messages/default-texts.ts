import type { ScriptLanguage } from "../../../modules/follow-up"
import type { MessageKind } from "./message-kinds"

/** Liquid. */
export type TextParts = { subject: string; body: string }

const EN: Record<MessageKind, TextParts> = {
  agreed: {
    subject:
      "{{ shop }}: order {{ order.number }} comes on {{ delivery.date }}, {{ delivery.from }}–{{ delivery.to }}",
    body: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if delivery.is_moved_by_shop != "" %}We have had to move your delivery. We are sorry. {% elsif delivery.is_moved != "" %}As agreed, your delivery has moved. {% endif %}The courier brings order {{ order.number }} on {{ delivery.date }} between {{ delivery.from }} and {{ delivery.to }}.{% if delivery.link != "" %}
If another time suits you better: {{ delivery.link }}{% endif %}
{{ shop }}`,
  },
  on_the_way: {
    subject: "{{ shop }}: order {{ order.number }} is on its way",
    body: `Order {{ order.number }} is on its way to you.{% if delivery.expected_time != "" %} The courier expects to be there at {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}.{% else %} The courier comes on {{ delivery.date }} between {{ delivery.from }} and {{ delivery.to }}.{% endif %} {{ shop }}`,
  },
  minutes: {
    subject:
      "{{ shop }}: the courier is with you in about {{ delivery.minutes }} minutes",
    body: `The courier with order {{ order.number }} is with you in about {{ delivery.minutes }} minutes, at {{ delivery.expected_time }}. {{ shop }}`,
  },
  late: {
    subject: "{{ shop }}: order {{ order.number }} comes later, we are sorry",
    body: `We are sorry: the courier with order {{ order.number }} will not make it by {{ delivery.to }}{% if delivery.to_date != "" %} ({{ delivery.to_date }}){% endif %} and expects to be with you at {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}. If that does not suit you, please tell us. {{ shop }}`,
  },
  canceled: {
    subject:
      "{{ shop }}: no delivery of order {{ order.number }} on {{ delivery.date }}",
    body: `The delivery of order {{ order.number }} on {{ delivery.date }} between {{ delivery.from }} and {{ delivery.to }} will not take place. {{ shop }}`,
  },
}

const UK: Record<MessageKind, TextParts> = {
  agreed: {
    subject:
      "{{ shop }}: доставка замовлення №{{ order.number }}, {{ delivery.date }}, {{ delivery.from }}–{{ delivery.to }}",
    body: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if delivery.is_moved_by_shop != "" %}Нам довелося змінити час вашої доставки. Перепрошуємо. {% elsif delivery.is_moved != "" %}Як домовилися, час доставки змінено. {% endif %}Кур’єр привезе замовлення №{{ order.number }}: {{ delivery.date }}, з {{ delivery.from }} до {{ delivery.to }}.{% if delivery.link != "" %}
Якщо зручніший інший час: {{ delivery.link }}{% endif %}
{{ shop }}`,
  },
  on_the_way: {
    subject: "{{ shop }}: замовлення №{{ order.number }} вже в дорозі",
    body: `Замовлення №{{ order.number }} вже в дорозі до вас.{% if delivery.expected_time != "" %} Кур’єр буде близько {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}.{% else %} Кур’єр приїде: {{ delivery.date }}, з {{ delivery.from }} до {{ delivery.to }}.{% endif %} {{ shop }}`,
  },
  minutes: {
    subject: "{{ shop }}: кур’єр буде приблизно за {{ delivery.minutes }} хв",
    body: `Кур’єр із замовленням №{{ order.number }} буде у вас приблизно за {{ delivery.minutes }} хв, близько {{ delivery.expected_time }}. {{ shop }}`,
  },
  late: {
    subject:
      "{{ shop }}: замовлення №{{ order.number }} приїде пізніше, перепрошуємо",
    body: `Перепрошуємо: кур’єр із замовленням №{{ order.number }} не встигає до {{ delivery.to }}{% if delivery.to_date != "" %} ({{ delivery.to_date }}){% endif %} і буде у вас близько {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}. Якщо це незручно, скажіть нам, будь ласка. {{ shop }}`,
  },
  canceled: {
    subject:
      "{{ shop }}: доставки замовлення №{{ order.number }} не буде ({{ delivery.date }})",
    body: `Доставка замовлення №{{ order.number }} ({{ delivery.date }}, з {{ delivery.from }} до {{ delivery.to }}) не відбудеться. {{ shop }}`,
  },
}

const RU: Record<MessageKind, TextParts> = {
  agreed: {
    subject:
      "{{ shop }}: доставка заказа №{{ order.number }}, {{ delivery.date }}, {{ delivery.from }}–{{ delivery.to }}",
    body: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if delivery.is_moved_by_shop != "" %}Нам пришлось изменить время вашей доставки. Просим прощения. {% elsif delivery.is_moved != "" %}Как договорились, время доставки изменено. {% endif %}Курьер привезёт заказ №{{ order.number }}: {{ delivery.date }}, с {{ delivery.from }} до {{ delivery.to }}.{% if delivery.link != "" %}
Если удобнее другое время: {{ delivery.link }}{% endif %}
{{ shop }}`,
  },
  on_the_way: {
    subject: "{{ shop }}: заказ №{{ order.number }} уже в пути",
    body: `Заказ №{{ order.number }} уже в пути к вам.{% if delivery.expected_time != "" %} Курьер будет примерно в {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}.{% else %} Курьер приедет: {{ delivery.date }}, с {{ delivery.from }} до {{ delivery.to }}.{% endif %} {{ shop }}`,
  },
  minutes: {
    subject:
      "{{ shop }}: курьер будет примерно через {{ delivery.minutes }} мин",
    body: `Курьер с заказом №{{ order.number }} будет у вас примерно через {{ delivery.minutes }} мин, в {{ delivery.expected_time }}. {{ shop }}`,
  },
  late: {
    subject:
      "{{ shop }}: заказ №{{ order.number }} приедет позже, просим прощения",
    body: `Просим прощения: курьер с заказом №{{ order.number }} не успевает до {{ delivery.to }}{% if delivery.to_date != "" %} ({{ delivery.to_date }}){% endif %} и будет у вас примерно в {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}. Если это неудобно, скажите нам, пожалуйста. {{ shop }}`,
  },
  canceled: {
    subject:
      "{{ shop }}: доставки заказа №{{ order.number }} не будет ({{ delivery.date }})",
    body: `Доставка заказа №{{ order.number }} ({{ delivery.date }}, с {{ delivery.from }} до {{ delivery.to }}) не состоится. {{ shop }}`,
  },
}

const BG: Record<MessageKind, TextParts> = {
  agreed: {
    subject:
      "{{ shop }}: доставка на поръчка №{{ order.number }}, {{ delivery.date }}, {{ delivery.from }}–{{ delivery.to }}",
    body: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if delivery.is_moved_by_shop != "" %}Наложи се да променим часа на доставката Ви. Извиняваме се. {% elsif delivery.is_moved != "" %}Както се уговорихме, часът на доставката е променен. {% endif %}Куриерът ще донесе поръчка №{{ order.number }}: {{ delivery.date }}, между {{ delivery.from }} и {{ delivery.to }}.{% if delivery.link != "" %}
Ако Ви е по-удобно в друг час: {{ delivery.link }}{% endif %}
{{ shop }}`,
  },
  on_the_way: {
    subject: "{{ shop }}: поръчка №{{ order.number }} пътува към Вас",
    body: `Поръчка №{{ order.number }} пътува към Вас.{% if delivery.expected_time != "" %} Куриерът ще бъде при Вас около {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}.{% else %} Куриерът идва: {{ delivery.date }}, между {{ delivery.from }} и {{ delivery.to }}.{% endif %} {{ shop }}`,
  },
  minutes: {
    subject:
      "{{ shop }}: куриерът е при Вас след около {{ delivery.minutes }} мин.",
    body: `Куриерът с поръчка №{{ order.number }} ще бъде при Вас след около {{ delivery.minutes }} мин., в {{ delivery.expected_time }}. {{ shop }}`,
  },
  late: {
    subject:
      "{{ shop }}: поръчка №{{ order.number }} ще закъснее, извиняваме се",
    body: `Извиняваме се: куриерът с поръчка №{{ order.number }} няма да успее до {{ delivery.to }}{% if delivery.to_date != "" %} ({{ delivery.to_date }}){% endif %} и ще бъде при Вас около {{ delivery.expected_time }}{% if delivery.expected_date != "" %} ({{ delivery.expected_date }}){% endif %}. Ако не Ви е удобно, моля, кажете ни. {{ shop }}`,
  },
  canceled: {
    subject:
      "{{ shop }}: няма да има доставка на поръчка №{{ order.number }} ({{ delivery.date }})",
    body: `Доставката на поръчка №{{ order.number }} ({{ delivery.date }}, между {{ delivery.from }} и {{ delivery.to }}) няма да се състои. {{ shop }}`,
  },
}

/** The plugin's own texts, until the shop changes them. */
export const DEFAULT_TEXTS: Record<
  ScriptLanguage,
  Record<MessageKind, TextParts>
> = { en: EN, uk: UK, ru: RU, bg: BG }
