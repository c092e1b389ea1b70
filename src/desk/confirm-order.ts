import { DECLINED, TELL_AT_LIMIT, UNREACHABLE } from "./every-kind"
import type { KindOfWork } from "./kind"

/**
 * An order is confirmed by phone, which shows the customer that there are
 * people behind the site.
 */
export const CONFIRM_ORDER: KindOfWork = {
  kind: "confirm_order",
  task_types: [
    {
      type: "confirm_order",
      label: {
        en: "Confirm order",
        uk: "Підтвердити замовлення",
        ru: "Подтвердить заказ",
        bg: "Потвърждение на поръчка",
      },
      order_notice: {
        en: "Not confirmed yet",
        uk: "Ще не підтверджено",
        ru: "Ещё не подтверждён",
        bg: "Още не е потвърдена",
      },
      needs: "phone",
      when_order_over: "cancel",
      has_safe_orders: true,
      outcomes: [
        {
          outcome: "confirmed",
          label: {
            en: "Confirmed",
            uk: "Підтверджено",
            ru: "Подтверждено",
            bg: "Потвърдена",
          },
          group: "reached",
        },
        {
          outcome: "changed",
          label: {
            en: "Changed",
            uk: "Змінено",
            ru: "Изменено",
            bg: "Променена",
          },
          group: "reached",
          leads_to: "edit_order",
        },
        DECLINED,
        UNREACHABLE,
      ],
      // 20 and 60 minutes are what shops themselves say: react within 10 to 20
      // minutes, an hour at most, or the sale is lost.
      playbook: {
        triggers: ["order_placed", "manual"],
        conditions: {
          all: [{ field: "has_phone", operator: "is", value: true }],
          any: [],
        },
        response_target_minutes: 20,
        response_limit_minutes: 60,
        escalation: [
          {
            id: "limit_near",
            relative_to: "response_limit",
            offset_minutes: -10,
            action: { kind: "notify", audience: "everyone", email: false },
          },
          TELL_AT_LIMIT,
        ],
        safe_orders: {
          enabled: false,
          checks: [
            "paid",
            "returning_without_trouble",
            "complete_address",
            "in_stock",
          ],
          totals_below: {},
          audit_percent: 10,
        },
      },
      scripts: {
        en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}. Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}your order{% endif %}.
{% if order.items.size > 0 %}You ordered: {{ order.items | join: "; " }}.{% if order.total != "" %} That is {{ order.total }} in all.{% endif %}
{% endif %}{% if order.delivery != "" %}Delivery: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Is everything right?
{% if window.agreed != "" %}The courier comes: {{ window.agreed }}. Does that suit you?{% else %}When is it convenient for you to receive it?{% endif %}`,
        uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}». Дякуємо за замовлення{% if order.number != "" %} №{{ order.number }}{% endif %}.
{% if order.items.size > 0 %}Ви замовили: {{ order.items | join: "; " }}.{% if order.total != "" %} Усього {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Усе правильно?
{% if window.agreed != "" %}Кур’єр приїде: {{ window.agreed }}. Вам зручно?{% else %}Коли вам буде зручно отримати замовлення?{% endif %}`,
        ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}». Спасибо за заказ{% if order.number != "" %} №{{ order.number }}{% endif %}.
{% if order.items.size > 0 %}Вы заказали: {{ order.items | join: "; " }}.{% if order.total != "" %} Всего {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Всё верно?
{% if window.agreed != "" %}Курьер приедет: {{ window.agreed }}. Вам удобно?{% else %}Когда вам будет удобно получить заказ?{% endif %}`,
        bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“. Благодарим Ви за {% if order.number != "" %}поръчка №{{ order.number }}{% else %}поръчката{% endif %}.
{% if order.items.size > 0 %}Поръчали сте: {{ order.items | join: "; " }}.{% if order.total != "" %} Общо {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Всичко ли е вярно?
{% if window.agreed != "" %}Куриерът ще дойде: {{ window.agreed }}. Удобно ли Ви е?{% else %}Кога ще Ви е удобно да получите поръчката?{% endif %}`,
      },
    },
  ],
}
