import { TELL_AT_LIMIT, UNREACHABLE } from "./every-kind"
import type { KindOfWork } from "./kind"

/** An order or a customer has no phone number that can be called. */
export const COMPLETE_CONTACT: KindOfWork = {
  kind: "complete_contact",
  script_variables: [{ name: "contact.wrong_phone", example: "067 123 45 67" }],
  task_types: [
    {
      type: "complete_contact",
      label: {
        en: "Ask for phone number",
        uk: "Дізнатися телефон",
        ru: "Узнать телефон",
        bg: "Уточняване на телефон",
      },
      order_notice: {
        en: "Not confirmed: no phone number",
        uk: "Не підтверджено: немає телефону",
        ru: "Не подтверждён: нет телефона",
        bg: "Не е потвърдена: няма телефон",
      },
      gets: "phone",
      // Whoever has the parcel is called neither about the order nor by the
      // courier.
      when_order_over: "cancel",
      outcomes: [
        {
          outcome: "number_received",
          label: {
            en: "Number received",
            uk: "Номер отримано",
            ru: "Номер получен",
            bg: "Получен номер",
          },
          group: "reached",
          asks: [
            {
              field: "phone",
              label: {
                en: "Phone",
                uk: "Телефон",
                ru: "Телефон",
                bg: "Телефон",
              },
              kind: "phone",
              is_required: true,
            },
          ],
        },
        {
          outcome: "no_number",
          label: {
            en: "No number given",
            uk: "Номера не дали",
            ru: "Номер не дали",
            bg: "Не даде номер",
          },
          group: "reached",
          order_notice: {
            en: "Not confirmed: no phone number",
            uk: "Не підтверджено: немає телефону",
            ru: "Не подтверждён: нет телефона",
            bg: "Не е потвърдена: няма телефон",
          },
        },
        UNREACHABLE,
      ],
      // A request is answered within the hour where possible, and on the same
      // working day (eight hours) at worst.
      playbook: {
        triggers: ["order_placed", "customer_created", "manual"],
        conditions: {
          all: [{ field: "has_phone", operator: "is", value: false }],
          any: [],
        },
        escalation: [TELL_AT_LIMIT],
      },
      scripts: {
        en: `Hello{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Thank you for order {{ order.number }} at {{ shop }}. We would like to confirm it, and the courier calls before delivery{% else %}Thank you for registering at {{ shop }}. We would like to be able to reach you about your orders{% endif %}, but {% if contact.wrong_phone != "" %}somebody else answered at {{ contact.wrong_phone }}{% else %}we have no phone number of yours{% endif %}.
Could you reply with the number at which we can reach you, and the hours that suit you?{% if agent != "" %}
{{ agent }}, {{ shop }}{% endif %}`,
        uk: `Вітаємо{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Дякуємо за замовлення №{{ order.number }} у «{{ shop }}». Ми хотіли б його підтвердити, та й кур’єр телефонує перед доставкою{% else %}Дякуємо за реєстрацію в «{{ shop }}». Ми хотіли б мати змогу зв’язатися з вами щодо замовлень{% endif %}, але {% if contact.wrong_phone != "" %}за номером {{ contact.wrong_phone }} відповіла інша людина{% else %}не маємо вашого номера телефону{% endif %}.
Напишіть, будь ласка, у відповідь номер і години, коли вам зручно говорити.{% if agent != "" %}
{{ agent }}, «{{ shop }}»{% endif %}`,
        ru: `Здравствуйте{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Спасибо за заказ №{{ order.number }} в «{{ shop }}». Мы хотели бы его подтвердить, и курьер звонит перед доставкой{% else %}Спасибо за регистрацию в «{{ shop }}». Мы хотели бы иметь возможность связаться с вами по заказам{% endif %}, но {% if contact.wrong_phone != "" %}по номеру {{ contact.wrong_phone }} ответил другой человек{% else %}у нас нет вашего номера телефона{% endif %}.
Напишите, пожалуйста, в ответ номер и часы, когда вам удобно говорить.{% if agent != "" %}
{{ agent }}, «{{ shop }}»{% endif %}`,
        bg: `Здравейте{% if customer.name != "" %}, {{ customer.name }}{% endif %}!
{% if order.number != "" %}Благодарим Ви за поръчка №{{ order.number }} в „{{ shop }}“. Искаме да я потвърдим, а и куриерът звъни преди доставка{% else %}Благодарим Ви за регистрацията в „{{ shop }}“. Искаме да можем да се свържем с Вас за поръчките Ви{% endif %}, но {% if contact.wrong_phone != "" %}на номер {{ contact.wrong_phone }} отговори друг човек{% else %}нямаме Ваш телефонен номер{% endif %}.
Моля, отговорете с номер и с часовете, в които Ви е удобно да говорим.{% if agent != "" %}
{{ agent }}, „{{ shop }}“{% endif %}`,
      },
    },
  ],
  canned_answers: [
    {
      label: {
        en: "Please send us your number",
        uk: "Напишіть нам свій номер",
        ru: "Напишите нам свой номер",
        bg: "Изпратете ни телефонния си номер",
      },
      texts: {
        en: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}To confirm order {{ order.number }}, we need{% else %}We would like to have{% endif %} a phone number at which we can reach you.
Please reply with the number, and the hours that suit you.
{{ shop }}`,
        uk: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}Щоб підтвердити замовлення №{{ order.number }}, нам потрібен{% else %}Ми хотіли б мати{% endif %} номер телефону, за яким можна з вами зв’язатися.
Напишіть, будь ласка, у відповідь номер і зручні для вас години.
«{{ shop }}»`,
        ru: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}Чтобы подтвердить заказ №{{ order.number }}, нам нужен{% else %}Мы хотели бы иметь{% endif %} номер телефона, по которому с вами можно связаться.
Напишите, пожалуйста, в ответ номер и удобные для вас часы.
«{{ shop }}»`,
        bg: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}За да потвърдим поръчка №{{ order.number }}, ни е нужен{% else %}Бихме искали да имаме{% endif %} телефонен номер, на който да се свържем с Вас.
Моля, отговорете с номера и с удобните за Вас часове.
„{{ shop }}“`,
      },
    },
  ],
}
