import { DECLINED, TELL_AT_LIMIT, UNREACHABLE } from "./every-kind"
import type { KindOfWork } from "./kind"

/** The type of the tasks about what an order lacks. */
export const SHORTAGE_TASK = "resolve_shortage"

/** What opens them. */
export const SHORTAGE_TRIGGER = "shortage_found"

/**
 * Stock does not cover an order, and the customer gets an answer rather than
 * silence.
 */
export const RESOLVE_SHORTAGE: KindOfWork = {
  kind: "shortage",
  triggers: [
    {
      trigger: SHORTAGE_TRIGGER,
      label: {
        en: "stock does not cover an order",
        uk: "на замовлення бракує товару",
        ru: "на заказ не хватает товара",
        bg: "няма достатъчно стока за поръчка",
      },
    },
  ],
  conditions: [
    {
      condition: "order_is_short",
      label: {
        en: "Stock does not cover the order",
        uk: "На замовлення бракує товару",
        ru: "На заказ не хватает товара",
        bg: "Няма достатъчно стока за поръчката",
      },
      kind: "boolean",
    },
    {
      condition: "units_short",
      label: {
        en: "Units that are out of stock",
        uk: "Скільки одиниць бракує",
        ru: "Скольких единиц не хватает",
        bg: "Брой липсващи артикули",
      },
      kind: "number",
    },
  ],
  script_variables: [
    { name: "shortage.items", example: ["Kettle (2)", "Filter (1)"] },
    { name: "shortage.units", example: 3 },
    { name: "shortage.units_to_send", example: 1 },
    { name: "shortage.expected_date", example: "5 December" },
    { name: "shortage.is_back", example: "yes" },
    { name: "offer.link", example: "https://shop.example/hooks/…" },
  ],
  cancel_reasons: [
    {
      reason: "stock_arrived",
      label: {
        en: "in stock again",
        uk: "товар знову є",
        ru: "товар снова есть",
        bg: "отново в наличност",
      },
      is_offered: false,
    },
    {
      reason: "order_changed",
      label: {
        en: "order changed",
        uk: "замовлення змінено",
        ru: "заказ изменён",
        bg: "поръчката е променена",
      },
      is_offered: false,
    },
    {
      reason: "items_sent",
      label: {
        en: "items sent",
        uk: "товар відправлено",
        ru: "товар отправлен",
        bg: "стоката е изпратена",
      },
      is_offered: false,
    },
    {
      reason: "items_found",
      label: {
        en: "items found",
        uk: "товар знайшовся",
        ru: "товар нашёлся",
        bg: "стоката е намерена",
      },
      is_offered: false,
    },
  ],
  changes: [
    {
      change: "stock_corrected",
      label: {
        en: "Not on the shelf, and the stock level corrected",
        uk: "Немає на полиці, залишок на складі виправлено",
        ru: "Нет на полке, остаток на складе исправлен",
        bg: "Няма го на рафта, наличността е коригирана",
      },
    },
    {
      change: "short_lines",
      label: {
        en: "What is short has changed",
        uk: "Змінилося, чого бракує",
        ru: "Изменилось, чего не хватает",
        bg: "Промени се какво липсва",
      },
    },
    {
      change: "offer_made",
      label: {
        en: "Alternatives offered",
        uk: "Запропоновано заміну",
        ru: "Предложена замена",
        bg: "Предложена е замяна",
      },
    },
    {
      change: "offer_accept",
      label: {
        en: "Offer accepted",
        uk: "Пропозицію прийнято",
        ru: "Предложение принято",
        bg: "Предложението е прието",
      },
    },
    {
      change: "offer_refuse",
      label: {
        en: "Offer refused",
        uk: "Пропозицію відхилено",
        ru: "Предложение отклонено",
        bg: "Предложението е отказано",
      },
    },
    {
      change: "offer_another",
      label: {
        en: "Offer answered: something else, please",
        uk: "Відповідь на пропозицію: хоче щось інше",
        ru: "Ответ на предложение: хочет что-то другое",
        bg: "Отговор на предложението: иска нещо друго",
      },
    },
    {
      change: "offer_remove",
      label: {
        en: "Offer answered: without this item",
        uk: "Відповідь на пропозицію: без цього товару",
        ru: "Ответ на предложение: без этого товара",
        bg: "Отговор на предложението: без тази стока",
      },
    },
    {
      change: "offer_notify",
      label: {
        en: "Offer answered: will wait until it is back",
        uk: "Відповідь на пропозицію: чекатиме, доки з’явиться",
        ru: "Ответ на предложение: подождёт, пока появится",
        bg: "Отговор на предложението: ще изчака да се появи",
      },
    },
    {
      change: "offer_withdrawn",
      label: {
        en: "Offer withdrawn",
        uk: "Пропозицію відкликано",
        ru: "Предложение отозвано",
        bg: "Предложението е оттеглено",
      },
    },
    {
      change: "offer_expired",
      label: {
        en: "The offer has ended without an answer",
        uk: "Пропозиція закінчилася без відповіді",
        ru: "Предложение закончилось без ответа",
        bg: "Предложението изтече без отговор",
      },
    },
  ],
  task_types: [
    {
      type: SHORTAGE_TASK,
      label: {
        en: "Resolve shortage",
        uk: "Вирішити нестачу",
        ru: "Решить нехватку",
        bg: "Липсваща стока",
      },
      order_notice: {
        en: "Out of stock, not settled yet",
        uk: "Немає в наявності, ще не вирішено",
        ru: "Нет в наличии, ещё не решено",
        bg: "Няма наличност, още не е решено",
      },
      when_order_canceled: "cancel",
      when_order_over: "cancel",
      when_key_returns: "reopen",
      outcomes: [
        {
          outcome: "waits",
          label: {
            en: "Waits",
            uk: "Чекатиме",
            ru: "Подождёт",
            bg: "Ще изчака",
          },
          group: "reached",
          done_in: "shortage",
        },
        {
          outcome: "replaced",
          label: {
            en: "Replaced",
            uk: "Замінено",
            ru: "Заменено",
            bg: "Заменено",
          },
          group: "reached",
          done_in: "shortage",
        },
        {
          outcome: "other_location",
          label: {
            en: "From another location",
            uk: "З іншого складу",
            ru: "С другого склада",
            bg: "От друг склад",
          },
          group: "reached",
          done_in: "shortage",
        },
        {
          outcome: "part_delivery",
          label: {
            en: "Part delivery",
            uk: "Частинами",
            ru: "Частями",
            bg: "На части",
          },
          group: "reached",
          done_in: "shortage",
          order_notice: {
            en: "Part delivery agreed: send what is there",
            uk: "Домовлено частинами: надішліть те, що є",
            ru: "Договорились частями: отправьте то, что есть",
            bg: "Уговорено на части: изпратете наличното",
          },
        },
        {
          outcome: "removed",
          label: {
            en: "Item removed",
            uk: "Товар прибрано",
            ru: "Товар убран",
            bg: "Премахнат артикул",
          },
          group: "reached",
          done_in: "shortage",
        },
        {
          ...DECLINED,
          outcome: "order_declined",
          label: {
            en: "Order declined",
            uk: "Відмова від замовлення",
            ru: "Отказ от заказа",
            bg: "Отказ от поръчката",
          },
        },
        UNREACHABLE,
      ],
      // A customer who waits for what is not there is told within the hour, and
      // on the same working day at worst.
      playbook: {
        triggers: [SHORTAGE_TRIGGER, "manual"],
        priority: "high",
        escalation: [TELL_AT_LIMIT],
        assignment: { last_agent: true, user_ids: [], most_open_tasks: null },
      },
      scripts: {
        en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}, about {% if order.number != "" %}order {{ order.number }}{% else %}your order{% endif %}.
{% if shortage.is_back != "" %}Good news: what you have been waiting for is in stock again.{% else %}I am sorry: {% if shortage.items.size > 0 %}we do not have all of this in stock: {{ shortage.items | join: "; " }}.{% else %}we do not have everything in stock.{% endif %}{% if shortage.expected_date != "" %} We expect it on {{ shortage.expected_date }}.{% endif %}
Would you like to wait, {% if shortage.units_to_send > 0 %}to get the rest first, {% endif %}or to take something similar?{% endif %}`,
        uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}», щодо {% if order.number != "" %}замовлення №{{ order.number }}{% else %}вашого замовлення{% endif %}.
{% if shortage.is_back != "" %}Маємо добру новину: товар, на який ви чекали, знову є на складі.{% else %}Перепрошуємо: {% if shortage.items.size > 0 %}на складі бракує такого товару: {{ shortage.items | join: "; " }}.{% else %}на складі є не все.{% endif %}{% if shortage.expected_date != "" %} Очікуємо його {{ shortage.expected_date }}.{% endif %}
Вам зручніше зачекати{% if shortage.units_to_send > 0 %}, отримати спершу решту{% endif %} чи взяти щось подібне?{% endif %}`,
        ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}», по поводу {% if order.number != "" %}заказа №{{ order.number }}{% else %}вашего заказа{% endif %}.
{% if shortage.is_back != "" %}Хорошая новость: товар, которого вы ждали, снова есть на складе.{% else %}Просим прощения: {% if shortage.items.size > 0 %}на складе не хватает такого товара: {{ shortage.items | join: "; " }}.{% else %}на складе есть не всё.{% endif %}{% if shortage.expected_date != "" %} Ожидаем его {{ shortage.expected_date }}.{% endif %}
Вам удобнее подождать{% if shortage.units_to_send > 0 %}, получить сначала остальное{% endif %} или взять что-то похожее?{% endif %}`,
        bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“ за {% if order.number != "" %}поръчка №{{ order.number }}{% else %}поръчката Ви{% endif %}.
{% if shortage.is_back != "" %}Добра новина: стоката, която чакахте, отново е в наличност.{% else %}Извиняваме се: {% if shortage.items.size > 0 %}нямаме достатъчно наличност от: {{ shortage.items | join: "; " }}.{% else %}нямаме всичко в наличност.{% endif %}{% if shortage.expected_date != "" %} Очакваме стоката на {{ shortage.expected_date }}.{% endif %}
Предпочитате да изчакате{% if shortage.units_to_send > 0 %}, да получите първо останалото{% endif %} или да вземете нещо подобно?{% endif %}`,
      },
    },
  ],
}
