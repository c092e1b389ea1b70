import type {
  CannedAnswerDeclaration,
  KindOfWork,
  OutcomeDeclaration,
} from "./kind"
import type { EscalationStep } from "./playbook"

/** The outcome of a task that ends because the customer was never reached. */
export const UNREACHABLE: OutcomeDeclaration = {
  outcome: "unreachable",
  label: {
    en: "Unreachable",
    uk: "Недоступний",
    ru: "Недоступен",
    bg: "Недостъпен",
  },
  group: "not_reached",
  is_trouble: true,
  order_notice: {
    en: "Customer unreachable",
    uk: "Клієнт недоступний",
    ru: "Клиент недоступен",
    bg: "Клиентът е недостъпен",
  },
}

/** The outcome of a task whose customer no longer wants the order. */
export const DECLINED: OutcomeDeclaration = {
  outcome: "declined",
  label: { en: "Declined", uk: "Відмова", ru: "Отказ", bg: "Отказ" },
  group: "reached",
  is_trouble: true,
  leads_to: "cancel_order",
  order_notice: {
    en: "Declined by the customer",
    uk: "Клієнт відмовився",
    ru: "Клиент отказался",
    bg: "Клиентът се отказа",
  },
}

/** Late work is told even to a shop that has set nothing up. */
export const TELL_AT_LIMIT: EscalationStep = {
  id: "limit_passed",
  relative_to: "response_limit",
  offset_minutes: 0,
  action: { kind: "notify", audience: "everyone", email: false },
}

/** Texts that every order desk sends, whatever the task. */
const CANNED_ANSWERS: readonly CannedAnswerDeclaration[] = [
  {
    label: {
      en: "Could not reach you by phone",
      uk: "Не змогли додзвонитися",
      ru: "Не смогли дозвониться",
      bg: "Не успяхме да се свържем по телефона",
    },
    texts: {
      en: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! This is {{ shop }}. We called you{% if order.number != "" %} about order {{ order.number }}{% endif %} and could not reach you.
When is it convenient for you to talk?`,
      uk: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Це «{{ shop }}». Ми телефонували вам{% if order.number != "" %} щодо замовлення №{{ order.number }}{% endif %}, але не змогли додзвонитися.
Коли вам буде зручно поговорити?`,
      ru: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Это «{{ shop }}». Мы звонили вам{% if order.number != "" %} по поводу заказа №{{ order.number }}{% endif %}, но не смогли дозвониться.
Когда вам будет удобно поговорить?`,
      bg: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Пишем Ви от „{{ shop }}“. Обадихме Ви се{% if order.number != "" %} за поръчка №{{ order.number }}{% endif %}, но не успяхме да се свържем с Вас.
Кога ще Ви е удобно да поговорим?`,
    },
  },
  {
    label: {
      en: "We are closed, and call when we open",
      uk: "Зараз не працюємо, зателефонуємо пізніше",
      ru: "Сейчас не работаем, позвоним позже",
      bg: "Сега не работим, ще се обадим по-късно",
    },
    texts: {
      en: `{% if opens_at != "" %}Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}turning to us{% endif %}. We are closed just now.{% if promised_time != "" %}
We will call you: {{ promised_time }}.{% endif %}
{{ shop }}{% endif %}`,
      uk: `{% if opens_at != "" %}Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Дякуємо за {% if order.number != "" %}замовлення №{{ order.number }}{% else %}звернення{% endif %}. Зараз ми не працюємо.{% if promised_time != "" %}
Ми зателефонуємо вам: {{ promised_time }}.{% endif %}
«{{ shop }}»{% endif %}`,
      ru: `{% if opens_at != "" %}Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Спасибо за {% if order.number != "" %}заказ №{{ order.number }}{% else %}обращение{% endif %}. Сейчас мы не работаем.{% if promised_time != "" %}
Мы позвоним вам: {{ promised_time }}.{% endif %}
«{{ shop }}»{% endif %}`,
      bg: `{% if opens_at != "" %}Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Благодарим Ви за {% if order.number != "" %}поръчка №{{ order.number }}{% else %}обръщането към нас{% endif %}. В момента не работим.{% if promised_time != "" %}
Ще Ви се обадим: {{ promised_time }}.{% endif %}
„{{ shop }}“{% endif %}`,
    },
  },
]

/** What all kinds of work share; it has no task types of its own. */
export const EVERY_KIND: KindOfWork = {
  kind: "every_kind",
  triggers: [
    {
      trigger: "order_placed",
      label: {
        en: "an order is placed",
        uk: "оформлено замовлення",
        ru: "оформлен заказ",
        bg: "е направена поръчка",
      },
    },
    {
      trigger: "customer_created",
      label: {
        en: "a customer registers",
        uk: "зареєструвався клієнт",
        ru: "зарегистрировался клиент",
        bg: "се регистрира клиент",
      },
    },
    {
      trigger: "manual",
      label: {
        en: "the shop’s own code asks for it",
        uk: "цього просить код магазину",
        ru: "этого просит код магазина",
        bg: "кодът на магазина го поиска",
      },
    },
  ],
  cancel_reasons: [
    {
      reason: "order_canceled",
      label: {
        en: "order canceled",
        uk: "замовлення скасовано",
        ru: "заказ отменён",
        bg: "поръчката е отказана",
      },
      is_offered: false,
    },
    {
      reason: "order_completed",
      label: {
        en: "order completed",
        uk: "замовлення завершено",
        ru: "заказ завершён",
        bg: "поръчката е приключена",
      },
      is_offered: false,
    },
    {
      reason: "order_archived",
      label: {
        en: "order archived",
        uk: "замовлення в архіві",
        ru: "заказ в архиве",
        bg: "поръчката е архивирана",
      },
      is_offered: false,
    },
    {
      reason: "order_delivered",
      label: {
        en: "order delivered",
        uk: "замовлення доставлено",
        ru: "заказ доставлен",
        bg: "поръчката е доставена",
      },
      is_offered: false,
    },
    {
      reason: "order_deleted",
      label: {
        en: "order deleted",
        uk: "замовлення видалено",
        ru: "заказ удалён",
        bg: "поръчката е изтрита",
      },
      is_offered: false,
    },
    {
      reason: "customer_deleted",
      label: {
        en: "customer deleted",
        uk: "клієнта видалено",
        ru: "клиент удалён",
        bg: "клиентът е изтрит",
      },
      is_offered: false,
    },
    {
      reason: "duplicate",
      label: {
        en: "duplicate",
        uk: "дублікат",
        ru: "дубликат",
        bg: "дублирана",
      },
      is_offered: true,
    },
    {
      reason: "not_needed",
      label: {
        en: "not needed",
        uk: "не потрібно",
        ru: "не нужно",
        bg: "не е нужна",
      },
      is_offered: true,
    },
    {
      reason: "other",
      label: {
        en: "other reason",
        uk: "інша причина",
        ru: "другая причина",
        bg: "друга причина",
      },
      is_offered: true,
    },
  ],
  canned_answers: CANNED_ANSWERS,
}
