/** The languages that the plugin's own scripts are written in. */
export const SCRIPT_LANGUAGES = ["en", "uk", "ru", "bg"] as const
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number]

/**
 * What is said, by task type and language, as Liquid. What it may use: `shop`,
 * `agent`, `customer` (names as text) and `order` (`number`, `items`, `total`,
 * `delivery`, `address`), each empty where it is not known.
 */
export const SCRIPTS: Readonly<
  Record<string, Readonly<Record<ScriptLanguage, string>>>
> = {
  confirm_order: {
    en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}! This is {% if agent != "" %}{{ agent }} from {% endif %}{{ shop }}. Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}your order{% endif %}.
{% if order.items.size > 0 %}You ordered: {{ order.items | join: "; " }}.{% if order.total != "" %} That is {{ order.total }} in all.{% endif %}
{% endif %}{% if order.delivery != "" %}Delivery: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Is everything right?
When is it convenient for you to receive it?`,
    uk: `Вітаю{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Мене звати {{ agent }}, магазин {% else %}Це магазин {% endif %}«{{ shop }}». Дякуємо за замовлення{% if order.number != "" %} {{ order.number }}{% endif %}.
{% if order.items.size > 0 %}Ви замовили: {{ order.items | join: "; " }}.{% if order.total != "" %} Усього {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Усе правильно?
Коли вам буде зручно отримати замовлення?`,
    ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Меня зовут {{ agent }}, магазин {% else %}Это магазин {% endif %}«{{ shop }}». Спасибо за заказ{% if order.number != "" %} {{ order.number }}{% endif %}.
{% if order.items.size > 0 %}Вы заказали: {{ order.items | join: "; " }}.{% if order.total != "" %} Всего {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Всё верно?
Когда вам будет удобно получить заказ?`,
    bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}! {% if agent != "" %}Казвам се {{ agent }} и се обаждам от {% else %}Обаждаме се от {% endif %}„{{ shop }}“. Благодарим Ви за {% if order.number != "" %}поръчка {{ order.number }}{% else %}поръчката{% endif %}.
{% if order.items.size > 0 %}Поръчали сте: {{ order.items | join: "; " }}.{% if order.total != "" %} Общо {{ order.total }}.{% endif %}
{% endif %}{% if order.delivery != "" %}Доставка: {{ order.delivery }}{% if order.address != "" %}, {{ order.address }}{% endif %}. {% endif %}Всичко ли е вярно?
Кога ще Ви е удобно да получите поръчката?`,
  },
  complete_contact: {
    en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Thank you for order {{ order.number }} at {{ shop }}. We would like to confirm it, and the courier calls before delivery{% else %}Thank you for registering at {{ shop }}. We would like to be able to reach you about your orders{% endif %}, but we have no phone number of yours.
Could you reply with the number at which we can reach you, and the hours that suit you?{% if agent != "" %}
{{ agent }}, {{ shop }}{% endif %}`,
    uk: `Вітаємо{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Дякуємо за замовлення {{ order.number }} у «{{ shop }}». Ми хотіли б його підтвердити, та й кур’єр телефонує перед доставкою{% else %}Дякуємо за реєстрацію в «{{ shop }}». Ми хотіли б мати змогу зв’язатися з вами щодо замовлень{% endif %}, але не маємо вашого номера телефону.
Напишіть, будь ласка, у відповідь номер і години, коли вам зручно говорити.{% if agent != "" %}
{{ agent }}, «{{ shop }}»{% endif %}`,
    ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Спасибо за заказ {{ order.number }} в «{{ shop }}». Мы хотели бы его подтвердить, и курьер звонит перед доставкой{% else %}Спасибо за регистрацию в «{{ shop }}». Мы хотели бы иметь возможность связаться с вами по заказам{% endif %}, но у нас нет вашего номера телефона.
Напишите, пожалуйста, в ответ номер и часы, когда вам удобно говорить.{% if agent != "" %}
{{ agent }}, «{{ shop }}»{% endif %}`,
    bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Благодарим Ви за поръчка {{ order.number }} в „{{ shop }}“. Искаме да я потвърдим, а и куриерът звъни преди доставка{% else %}Благодарим Ви за регистрацията в „{{ shop }}“. Искаме да можем да се свържем с Вас за поръчките Ви{% endif %}, но нямаме Ваш телефонен номер.
Моля, отговорете с номер и с часовете, в които Ви е удобно да говорим.{% if agent != "" %}
{{ agent }}, „{{ shop }}“{% endif %}`,
  },
}
