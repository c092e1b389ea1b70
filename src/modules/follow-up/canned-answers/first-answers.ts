import type { CannedAnswerContent } from "./canned-answer"
import type { ScriptLanguage } from "../scripts/plugin-scripts"

type FirstAnswer = Omit<CannedAnswerContent, "name"> & {
  names: Record<ScriptLanguage, string>
}

/** The texts that every order desk sends. */
const FIRST_ANSWERS: readonly FirstAnswer[] = [
  {
    names: {
      en: "Could not reach you by phone",
      uk: "Не змогли додзвонитися",
      ru: "Не смогли дозвониться",
      bg: "Не успяхме да се свържем по телефона",
    },
    types: [],
    texts: {
      en: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! This is {{ shop }}. We called you{% if order.number != "" %} about order {{ order.number }}{% endif %} and could not reach you.
When is it convenient for you to talk?`,
      uk: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Це «{{ shop }}». Ми телефонували вам{% if order.number != "" %} щодо замовлення {{ order.number }}{% endif %}, але не змогли додзвонитися.
Коли вам буде зручно поговорити?`,
      ru: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Это «{{ shop }}». Мы звонили вам{% if order.number != "" %} по поводу заказа {{ order.number }}{% endif %}, но не смогли дозвониться.
Когда вам будет удобно поговорить?`,
      bg: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Пишем Ви от „{{ shop }}“. Обадихме Ви се{% if order.number != "" %} за поръчка {{ order.number }}{% endif %}, но не успяхме да се свържем с Вас.
Кога ще Ви е удобно да поговорим?`,
    },
  },
  {
    names: {
      en: "We are closed, and call when we open",
      uk: "Зараз не працюємо, зателефонуємо пізніше",
      ru: "Сейчас не работаем, позвоним позже",
      bg: "Сега не работим, ще се обадим по-късно",
    },
    types: [],
    texts: {
      en: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Thank you for {% if order.number != "" %}order {{ order.number }}{% else %}turning to us{% endif %}. We are closed just now.{% if promised_time != "" %}
We will call you: {{ promised_time }}.{% endif %}
{{ shop }}`,
      uk: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Дякуємо за {% if order.number != "" %}замовлення {{ order.number }}{% else %}звернення{% endif %}. Зараз ми не працюємо.{% if promised_time != "" %}
Ми зателефонуємо вам: {{ promised_time }}.{% endif %}
«{{ shop }}»`,
      ru: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Спасибо за {% if order.number != "" %}заказ {{ order.number }}{% else %}обращение{% endif %}. Сейчас мы не работаем.{% if promised_time != "" %}
Мы позвоним вам: {{ promised_time }}.{% endif %}
«{{ shop }}»`,
      bg: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! Благодарим Ви за {% if order.number != "" %}поръчка {{ order.number }}{% else %}обръщането към нас{% endif %}. В момента не работим.{% if promised_time != "" %}
Ще Ви се обадим: {{ promised_time }}.{% endif %}
„{{ shop }}“`,
    },
  },
  {
    names: {
      en: "Please send us your number",
      uk: "Напишіть нам свій номер",
      ru: "Напишите нам свой номер",
      bg: "Изпратете ни телефонния си номер",
    },
    types: ["complete_contact"],
    texts: {
      en: `Hello{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}To confirm order {{ order.number }}, we need{% else %}We would like to have{% endif %} a phone number at which we can reach you.
Please reply with the number, and the hours that suit you.
{{ shop }}`,
      uk: `Вітаємо{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}Щоб підтвердити замовлення {{ order.number }}, нам потрібен{% else %}Ми хотіли б мати{% endif %} номер телефону, за яким можна з вами зв’язатися.
Напишіть, будь ласка, у відповідь номер і зручні для вас години.
«{{ shop }}»`,
      ru: `Здравствуйте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}Чтобы подтвердить заказ {{ order.number }}, нам нужен{% else %}Мы хотели бы иметь{% endif %} номер телефона, по которому с вами можно связаться.
Напишите, пожалуйста, в ответ номер и удобные для вас часы.
«{{ shop }}»`,
      bg: `Здравейте{% if customer.first_name != "" %}, {{ customer.first_name }}{% endif %}! {% if order.number != "" %}За да потвърдим поръчка {{ order.number }}, ни е нужен{% else %}Бихме искали да имаме{% endif %} телефонен номер, на който да се свържем с Вас.
Моля, отговорете с номера и с удобните за Вас часове.
„{{ shop }}“`,
    },
  },
]

/** What a shop begins with, named in its own language. */
export function firstAnswers(language: ScriptLanguage): CannedAnswerContent[] {
  return FIRST_ANSWERS.map(({ names, ...answer }) => ({
    ...answer,
    name: names[language],
  }))
}
