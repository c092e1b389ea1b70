import { DECLINED, TELL_AT_LIMIT, UNREACHABLE } from "./every-kind"
import type { KindOfWork, Label } from "./kind"

/** The type of the tasks to agree on when the courier comes. */
export const ARRANGE_TASK = "arrange_delivery"

/** What opens them. */
export const ARRANGE_TRIGGER = "delivery_window_needed"

/** The type of the tasks about a courier who comes later than agreed. */
export const LATE_TASK = "delivery_late"

/** What opens them. */
export const LATE_TRIGGER = "delivery_late"

/** Why a window is to be agreed on, as the task's data says. */
export const ARRANGE_REASONS = [
  "no_window",
  "window_full",
  "window_past",
  "window_gone",
  "address_changed",
  "shipping_changed",
  "over_capacity",
  "outgrown",
  "units_unknown",
  "attempt_failed",
] as const

export type ArrangeReason = (typeof ARRANGE_REASONS)[number]

/** Who calls whom about what, before the script itself. */
const GREETING: Label = {
  en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}, about {% if order.number != "" %}order {{ order.number }}{% else %}your order{% endif %}.
`,
  uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}», щодо {% if order.number != "" %}замовлення №{{ order.number }}{% else %}вашого замовлення{% endif %}.
`,
  ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}», по поводу {% if order.number != "" %}заказа №{{ order.number }}{% else %}вашего заказа{% endif %}.
`,
  bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“ за {% if order.number != "" %}поръчка №{{ order.number }}{% else %}поръчката Ви{% endif %}.
`,
}

/** The courier comes when it was agreed, or the customer hears of it first. */
export const ARRANGE_DELIVERY: KindOfWork = {
  kind: "delivery_window",
  triggers: [
    {
      trigger: ARRANGE_TRIGGER,
      label: {
        en: "a delivery window is to be agreed on",
        uk: "треба домовитися про час доставки",
        ru: "нужно договориться о времени доставки",
        bg: "трябва да се уговори час за доставка",
      },
    },
    {
      trigger: LATE_TRIGGER,
      label: {
        en: "a delivery is later than agreed",
        uk: "доставка запізнюється",
        ru: "доставка опаздывает",
        bg: "доставката закъснява",
      },
    },
  ],
  conditions: [
    {
      condition: "has_delivery_window",
      label: {
        en: "A delivery window is agreed",
        uk: "Час доставки узгоджено",
        ru: "Время доставки согласовано",
        bg: "Часът за доставка е уговорен",
      },
      kind: "boolean",
    },
    {
      condition: "hours_until_window",
      label: {
        en: "Hours until the delivery window",
        uk: "Годин до часу доставки",
        ru: "Часов до времени доставки",
        bg: "Часове до часа за доставка",
      },
      kind: "number",
    },
  ],
  script_variables: [
    { name: "window.agreed", example: "Friday, 28 November, 14:00–16:00" },
    { name: "window.wish", example: "Thursday, 27 November, 18:00–20:00" },
    {
      name: "window.open",
      example: ["Friday, 28 November, 14:00–16:00", "18:00–20:00"],
    },
    { name: "window.reason", example: "window_full" },
    { name: "window.attempt_reason", example: "nobody at home" },
    { name: "window.expected_time", example: "16:25" },
    { name: "window.expected_date", example: "Saturday, 29 November" },
    { name: "window.late_by", example: 25 },
    { name: "window.link", example: "https://shop.example/hooks/…" },
  ],
  cancel_reasons: [
    {
      reason: "window_agreed",
      label: {
        en: "delivery window agreed",
        uk: "час доставки узгоджено",
        ru: "время доставки согласовано",
        bg: "уговорен час за доставка",
      },
      is_offered: false,
    },
    {
      reason: "no_courier",
      label: {
        en: "no courier delivery any more",
        uk: "кур’єрська доставка вже не потрібна",
        ru: "курьерская доставка больше не нужна",
        bg: "вече не е с куриер",
      },
      is_offered: false,
    },
    {
      reason: "window_moved",
      label: {
        en: "moved to another window",
        uk: "перенесено на інший час",
        ru: "перенесено на другое время",
        bg: "преместено за друг час",
      },
      is_offered: false,
    },
    {
      reason: "window_released",
      label: {
        en: "delivery window released",
        uk: "час доставки звільнено",
        ru: "время доставки освобождено",
        bg: "часът за доставка е освободен",
      },
      is_offered: false,
    },
    {
      reason: "nobody_at_home",
      label: {
        en: "nobody was at home",
        uk: "нікого не було вдома",
        ru: "никого не было дома",
        bg: "нямаше никого вкъщи",
      },
      is_offered: false,
    },
    {
      reason: "fits_again",
      label: {
        en: "there is room in the window again",
        uk: "у цей час знову є місце",
        ru: "в это время снова есть место",
        bg: "в този час отново има място",
      },
      is_offered: false,
    },
    {
      reason: "in_time_after_all",
      label: {
        en: "in time after all",
        uk: "усе-таки вчасно",
        ru: "всё-таки вовремя",
        bg: "все пак навреме",
      },
      is_offered: false,
    },
  ],
  task_types: [
    {
      type: ARRANGE_TASK,
      label: {
        en: "Arrange delivery",
        uk: "Домовитися про доставку",
        ru: "Договориться о доставке",
        bg: "Уговаряне на доставка",
      },
      order_notice: {
        en: "Delivery window not agreed yet",
        uk: "Час доставки ще не узгоджено",
        ru: "Время доставки ещё не согласовано",
        bg: "Часът за доставка още не е уговорен",
      },
      when_order_canceled: "cancel",
      when_order_over: "cancel",
      when_key_returns: "reopen",
      outcomes: [
        {
          outcome: "window_agreed",
          label: {
            en: "Window agreed",
            uk: "Час узгоджено",
            ru: "Время согласовано",
            bg: "Уговорен час",
          },
          group: "reached",
          done_in: "delivery_window",
        },
        {
          outcome: "without_window",
          label: {
            en: "No window needed",
            uk: "Час не важливий",
            ru: "Время не важно",
            bg: "Без точен час",
          },
          group: "reached",
        },
        DECLINED,
        UNREACHABLE,
      ],
      // Settled in the call that confirms the order, or else within a day.
      playbook: {
        triggers: [ARRANGE_TRIGGER, "manual"],
        escalation: [TELL_AT_LIMIT],
        assignment: { last_agent: true, user_ids: [], most_open_tasks: null },
      },
      scripts: {
        en: `${GREETING.en}{% if window.reason == "attempt_failed" %}Our courier was at your door and nobody was at home.
{% elsif window.reason == "address_changed" or window.reason == "shipping_changed" %}Your delivery has changed, so I would like to agree on the time again.
{% elsif window.reason == "outgrown" and window.agreed != "" %}Your order has grown, and there is not enough room for all of it at the time that we agreed on: {{ window.agreed }}. Would another time suit you?
{% elsif window.reason == "units_unknown" and window.agreed != "" %}You chose {{ window.agreed }}. I would like to make sure that there is room for all of your order then. Would another time suit you as well?
{% elsif window.reason == "over_capacity" and window.agreed != "" %}We have more deliveries than we can make at the time that we agreed on: {{ window.agreed }}. Would another time suit you?
{% elsif window.reason == "" and window.agreed != "" %}The courier comes at the time that we agreed on: {{ window.agreed }}. Would another time suit you better?
{% elsif window.wish != "" %}I am sorry: the time that you chose is no longer free: {{ window.wish }}.
{% endif %}{% if window.open.size > 0 %}The courier can come: {{ window.open | join: "; " }}.
{% endif %}When is it convenient for you to receive it?`,
        uk: `${GREETING.uk}{% if window.reason == "attempt_failed" %}Наш кур’єр приїжджав, але нікого не було вдома.
{% elsif window.reason == "address_changed" or window.reason == "shipping_changed" %}Доставка змінилася, тож хочу ще раз узгодити з вами час.
{% elsif window.reason == "outgrown" and window.agreed != "" %}Замовлення побільшало, і на узгоджений час усе разом уже не вміщається: {{ window.agreed }}. Чи підійде вам інший час?
{% elsif window.reason == "units_unknown" and window.agreed != "" %}Ви обрали {{ window.agreed }}. Хочу пересвідчитися, що на цей час уміститься все замовлення. Чи підійшов би вам і інший час?
{% elsif window.reason == "over_capacity" and window.agreed != "" %}На узгоджений час у нас більше доставок, ніж ми встигаємо: {{ window.agreed }}. Чи підійде вам інший час?
{% elsif window.reason == "" and window.agreed != "" %}Кур’єр приїде в узгоджений час: {{ window.agreed }}. Чи зручніший вам інший час?
{% elsif window.wish != "" %}Перепрошуємо: обраний вами час уже зайнято: {{ window.wish }}.
{% endif %}{% if window.open.size > 0 %}Кур’єр може приїхати: {{ window.open | join: "; " }}.
{% endif %}Коли вам зручно отримати замовлення?`,
        ru: `${GREETING.ru}{% if window.reason == "attempt_failed" %}Наш курьер приезжал, но никого не было дома.
{% elsif window.reason == "address_changed" or window.reason == "shipping_changed" %}Доставка изменилась, поэтому хочу ещё раз согласовать с вами время.
{% elsif window.reason == "outgrown" and window.agreed != "" %}Заказ стал больше, и в согласованное время всё вместе уже не помещается: {{ window.agreed }}. Подойдёт ли вам другое время?
{% elsif window.reason == "units_unknown" and window.agreed != "" %}Вы выбрали {{ window.agreed }}. Хочу убедиться, что на это время поместится весь заказ. Подошло бы вам и другое время?
{% elsif window.reason == "over_capacity" and window.agreed != "" %}На согласованное время у нас больше доставок, чем мы успеваем: {{ window.agreed }}. Подойдёт ли вам другое время?
{% elsif window.reason == "" and window.agreed != "" %}Курьер приедет в согласованное время: {{ window.agreed }}. Вам удобнее другое время?
{% elsif window.wish != "" %}Просим прощения: выбранное вами время уже занято: {{ window.wish }}.
{% endif %}{% if window.open.size > 0 %}Курьер может приехать: {{ window.open | join: "; " }}.
{% endif %}Когда вам удобно получить заказ?`,
        bg: `${GREETING.bg}{% if window.reason == "attempt_failed" %}Куриерът ни беше при Вас, но нямаше никого.
{% elsif window.reason == "address_changed" or window.reason == "shipping_changed" %}Доставката се промени и искам да уговорим часа отново.
{% elsif window.reason == "outgrown" and window.agreed != "" %}Поръчката стана по-голяма и за уговорения час цялата вече не се побира: {{ window.agreed }}. Друг час удобен ли Ви е?
{% elsif window.reason == "units_unknown" and window.agreed != "" %}Избрахте {{ window.agreed }}. Искам да се уверя, че за този час ще се побере цялата поръчка. Удобен ли би Ви бил и друг час?
{% elsif window.reason == "over_capacity" and window.agreed != "" %}За уговорения час имаме повече доставки, отколкото можем да направим: {{ window.agreed }}. Друг час удобен ли Ви е?
{% elsif window.reason == "" and window.agreed != "" %}Куриерът ще дойде в уговорения час: {{ window.agreed }}. По-удобен ли Ви е друг час?
{% elsif window.wish != "" %}Извиняваме се: избраният от Вас час вече е зает: {{ window.wish }}.
{% endif %}{% if window.open.size > 0 %}Куриерът може да дойде: {{ window.open | join: "; " }}.
{% endif %}Кога Ви е удобно да получите поръчката?`,
      },
    },
    {
      type: LATE_TASK,
      label: {
        en: "Late delivery",
        uk: "Доставка запізнюється",
        ru: "Доставка опаздывает",
        bg: "Закъсняла доставка",
      },
      when_order_canceled: "cancel",
      when_order_over: "cancel",
      when_key_returns: "reopen",
      outcomes: [
        {
          outcome: "told",
          label: {
            en: "Told, and waits",
            uk: "Повідомлено, чекає",
            ru: "Сообщили, ждёт",
            bg: "Уведомен, чака",
          },
          group: "reached",
        },
        {
          outcome: "compensated",
          label: {
            en: "Something offered",
            uk: "Запропоновано компенсацію",
            ru: "Предложена компенсация",
            bg: "Предложена компенсация",
          },
          group: "reached",
          asks: [
            {
              field: "offered",
              label: {
                en: "What was offered",
                uk: "Що запропоновано",
                ru: "Что предложено",
                bg: "Какво е предложено",
              },
              kind: "text",
              is_required: true,
            },
          ],
        },
        {
          outcome: "other_window",
          label: {
            en: "Another window",
            uk: "Інший час",
            ru: "Другое время",
            bg: "Друг час",
          },
          group: "reached",
          done_in: "delivery_window",
        },
        DECLINED,
        UNREACHABLE,
      ],
      // Before the customer calls, or not at all.
      playbook: {
        triggers: [LATE_TRIGGER, "manual"],
        response_target_minutes: 10,
        response_limit_minutes: 30,
        priority: "urgent",
        escalation: [TELL_AT_LIMIT],
        assignment: { last_agent: true, user_ids: [], most_open_tasks: null },
      },
      scripts: {
        en: `${GREETING.en}I am sorry: your delivery is late.{% if window.agreed != "" %} We agreed on {{ window.agreed }}.{% endif %}{% if window.expected_time != "" %} The courier now expects to be with you at {{ window.expected_time }}{% if window.expected_date != "" %} ({{ window.expected_date }}){% endif %}.{% endif %}
Does this still suit you, or shall we come at another time?{% if window.open.size > 0 %}
Free: {{ window.open | join: "; " }}.{% endif %}`,
        uk: `${GREETING.uk}Перепрошуємо: ваша доставка запізнюється.{% if window.agreed != "" %} Ми домовлялися: {{ window.agreed }}.{% endif %}{% if window.expected_time != "" %} Кур’єр має бути у вас близько {{ window.expected_time }}{% if window.expected_date != "" %} ({{ window.expected_date }}){% endif %}.{% endif %}
Вам це ще підходить чи приїхати іншим разом?{% if window.open.size > 0 %}
Вільний час: {{ window.open | join: "; " }}.{% endif %}`,
        ru: `${GREETING.ru}Просим прощения: ваша доставка опаздывает.{% if window.agreed != "" %} Мы договаривались: {{ window.agreed }}.{% endif %}{% if window.expected_time != "" %} Курьер будет у вас в {{ window.expected_time }}{% if window.expected_date != "" %} ({{ window.expected_date }}){% endif %}.{% endif %}
Вам это ещё подходит или приехать в другое время?{% if window.open.size > 0 %}
Свободное время: {{ window.open | join: "; " }}.{% endif %}`,
        bg: `${GREETING.bg}Извиняваме се: доставката Ви закъснява.{% if window.agreed != "" %} Уговорихме се за {{ window.agreed }}.{% endif %}{% if window.expected_time != "" %} Куриерът ще бъде при Вас в {{ window.expected_time }}{% if window.expected_date != "" %} ({{ window.expected_date }}){% endif %}.{% endif %}
Удобно ли Ви е, или да дойдем в друг час?{% if window.open.size > 0 %}
Свободни часове: {{ window.open | join: "; " }}.{% endif %}`,
      },
    },
  ],
}
