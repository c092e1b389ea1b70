import { TELL_AT_LIMIT } from "./every-kind"
import type { KindOfWork } from "./kind"

/** The type of the tasks about money that a customer gets back. */
export const REFUND_DUE_TASK = "refund_due"

/** What opens them. */
export const REFUND_DUE_TRIGGER = "refund_due"

/** An order costs less than was paid for it, and the rest is to be returned. */
export const REFUND_DUE: KindOfWork = {
  kind: "refund_due",
  triggers: [
    {
      trigger: REFUND_DUE_TRIGGER,
      label: {
        en: "an order was changed and costs less than was paid",
        uk: "замовлення змінено, і воно коштує менше, ніж сплачено",
        ru: "заказ изменён и стоит меньше, чем оплачено",
        bg: "поръчката е променена и струва по-малко от платеното",
      },
    },
  ],
  script_variables: [
    { name: "refund_due.total", example: "₴150.00" },
    { name: "refund_due.total_amount", example: 150 },
  ],
  task_types: [
    {
      type: REFUND_DUE_TASK,
      label: {
        en: "Return money",
        uk: "Повернути гроші",
        ru: "Вернуть деньги",
        bg: "Връщане на пари",
      },
      // The money is owed all the same.
      when_order_canceled: "keep",
      when_order_over: "keep",
      when_key_returns: "reopen",
      outcomes: [
        {
          outcome: "refunded",
          label: {
            en: "Refunded",
            uk: "Повернуто",
            ru: "Возвращено",
            bg: "Върнати",
          },
          group: "not_reached",
        },
        {
          outcome: "kept_as_credit",
          label: {
            en: "Kept for the next order",
            uk: "Залишено на наступне замовлення",
            ru: "Оставлено на следующий заказ",
            bg: "Остават за следваща поръчка",
          },
          group: "reached",
        },
      ],
      // Returned on the same working day (eight hours).
      playbook: {
        triggers: [REFUND_DUE_TRIGGER, "manual"],
        priority: "high",
        escalation: [TELL_AT_LIMIT],
      },
      scripts: {
        en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}{% if order.number != "" %}, about order {{ order.number }}{% endif %}.
{% if refund_due.total != "" %}Since the order has changed, we return {{ refund_due.total }} to you.{% else %}Since the order has changed, we return to you what was paid too much.{% endif %}`,
        uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}»{% if order.number != "" %}, щодо замовлення №{{ order.number }}{% endif %}.
{% if refund_due.total != "" %}Замовлення змінилося, тож ми повертаємо вам {{ refund_due.total }}.{% else %}Замовлення змінилося, тож ми повертаємо вам надлишок.{% endif %}`,
        ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}»{% if order.number != "" %}, по поводу заказа №{{ order.number }}{% endif %}.
{% if refund_due.total != "" %}Заказ изменился, и мы возвращаем вам {{ refund_due.total }}.{% else %}Заказ изменился, и мы возвращаем вам излишек.{% endif %}`,
        bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“{% if order.number != "" %} за поръчка №{{ order.number }}{% endif %}.
{% if refund_due.total != "" %}Поръчката е променена и Ви връщаме {{ refund_due.total }}.{% else %}Поръчката е променена и Ви връщаме надплатеното.{% endif %}`,
      },
    },
  ],
}
