import { DECLINED, TELL_AT_LIMIT, UNREACHABLE } from "./every-kind"
import type { KindOfWork } from "./kind"

/** The type of the tasks about money that a customer has yet to pay. */
export const PAYMENT_DUE_TASK = "payment_due"

/** What opens them. */
export const PAYMENT_DUE_TRIGGER = "payment_due"

/** An order was changed, and the customer has to pay, or to pay anew. */
export const PAYMENT_DUE: KindOfWork = {
  kind: "payment_due",
  triggers: [
    {
      trigger: PAYMENT_DUE_TRIGGER,
      label: {
        en: "an order was changed by the customer’s link and has yet to be paid",
        uk: "замовлення змінено за посиланням клієнта, і його ще треба оплатити",
        ru: "заказ изменён по ссылке клиента, и его ещё нужно оплатить",
        bg: "поръчката е променена чрез връзката на клиента и предстои да се плати",
      },
    },
  ],
  script_variables: [
    { name: "payment_due.total", example: "₴130.00" },
    { name: "payment_due.total_amount", example: 130 },
  ],
  task_types: [
    {
      type: PAYMENT_DUE_TASK,
      label: {
        en: "Collect payment",
        uk: "Отримати оплату",
        ru: "Получить оплату",
        bg: "Получаване на плащане",
      },
      order_notice: {
        en: "Not fully paid yet",
        uk: "Ще не сплачено повністю",
        ru: "Ещё не оплачен полностью",
        bg: "Още не е платена изцяло",
      },
      // Nothing is due of a canceled order; what was delivered is to be paid.
      when_order_canceled: "cancel",
      when_order_over: "keep",
      when_key_returns: "reopen",
      outcomes: [
        {
          outcome: "paid",
          label: {
            en: "Paid",
            uk: "Сплачено",
            ru: "Оплачено",
            bg: "Платено",
          },
          group: "not_reached",
        },
        {
          outcome: "pays_on_delivery",
          label: {
            en: "Pays on delivery",
            uk: "Сплатить при отриманні",
            ru: "Заплатит при получении",
            bg: "Ще плати при доставка",
          },
          group: "reached",
          order_notice: {
            en: "The rest is paid on delivery",
            uk: "Решту сплачують при отриманні",
            ru: "Остаток оплачивают при получении",
            bg: "Остатъкът се плаща при доставка",
          },
        },
        DECLINED,
        UNREACHABLE,
      ],
      // Asked for on the same working day (eight hours), before it is packed.
      playbook: {
        triggers: [PAYMENT_DUE_TRIGGER, "manual"],
        priority: "high",
        escalation: [TELL_AT_LIMIT],
      },
      scripts: {
        en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}{% if order.number != "" %}, about order {{ order.number }}{% endif %}.
We have changed the order as you chose. {% if payment_due.total != "" %}{{ payment_due.total }} is yet to be paid.{% else %}It is yet to be paid.{% endif %}
How would you like to pay?`,
        uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}»{% if order.number != "" %}, щодо замовлення №{{ order.number }}{% endif %}.
Ми змінили замовлення, як ви обрали. {% if payment_due.total != "" %}Залишилося сплатити {{ payment_due.total }}.{% else %}Його ще треба оплатити.{% endif %}
Як вам зручно оплатити?`,
        ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}»{% if order.number != "" %}, по поводу заказа №{{ order.number }}{% endif %}.
Мы изменили заказ, как вы выбрали. {% if payment_due.total != "" %}Осталось заплатить {{ payment_due.total }}.{% else %}Его ещё нужно оплатить.{% endif %}
Как вам удобно заплатить?`,
        bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“{% if order.number != "" %} за поръчка №{{ order.number }}{% endif %}.
Променихме поръчката, както избрахте. {% if payment_due.total != "" %}Остава да се платят {{ payment_due.total }}.{% else %}Предстои тя да бъде платена.{% endif %}
Как Ви е удобно да платите?`,
      },
    },
  ],
}
