import type { ScriptLanguage } from "../../../../modules/follow-up"
import type { OfferEndReason } from "../../../../modules/shortage"

/** The texts of the customer's page; names in braces are filled in. */
export type PageTexts = {
  title: string
  order: string
  intro: string
  outOfStock: string
  offered: string
  dearer: string
  cheaper: string
  samePrice: string
  others: string
  instead: string
  another: string
  remove: string
  notify: string
  expected: string
  refuse: string
  note: string
  noteHint: string
  send: string
  keptFor: string
  once: string
  accepted: string
  newTotal: string
  refused: string
  anotherAsked: string
  removed: string
  waits: string
  closed: string
  /** By why it was closed before its time was over. */
  ended: Record<OfferEndReason, string>
  failed: string
  chooseFirst: string
  questions: string
}

export const PAGE_TEXTS: Record<ScriptLanguage, PageTexts> = {
  en: {
    title: "Something else instead?",
    order: "Order {number}",
    intro:
      "We are sorry: this item of your order is out of stock. Please tell us what you would like.",
    outOfStock: "Out of stock",
    offered: "We can send you this instead",
    dearer: "your order becomes {amount} dearer",
    cheaper: "your order becomes {amount} cheaper",
    samePrice: "your order costs the same",
    others: "Or choose one of these",
    instead: "Or",
    another: "Offer me something else",
    remove: "Take the item out of my order",
    notify: "I will wait: tell me when it is back",
    expected: "Expected on {date}",
    refuse: "None of these; please call me",
    note: "What should we look for?",
    noteHint: "Optional, if you would like something else",
    send: "Send my answer",
    keptFor: "We keep this for you for another {minutes} min.",
    once: "You can answer once.",
    accepted: "Thank you! We are sending you: {title}.",
    newTotal: "Your order now costs {total}.",
    refused: "Thank you. We are calling you. Your order is unchanged.",
    anotherAsked:
      "Thank you. We are looking for something else and will call you. Your order is unchanged.",
    removed: "Thank you. The item is no longer in your order.",
    waits:
      "Thank you. We will tell you as soon as it is back. Your order is unchanged.",
    closed:
      "This offer has ended, and the items are no longer kept for you. Your order is unchanged.",
    ended: {
      order_canceled:
        "Your order has been canceled, so there is nothing left to choose. The items are no longer kept for you.",
      order_changed:
        "This item of your order has been changed in the meantime, so this offer has ended. The items are no longer kept for you.",
      items_sent:
        "This item of your order has already been packed or sent, so this offer has ended. The items are no longer kept for you.",
    },
    failed:
      "This could not be done just now. Your order is unchanged. Please try again, or wait for our call.",
    chooseFirst: "Please choose an answer.",
    questions: "Do you have questions? Just answer our message.",
  },
  uk: {
    title: "Підійде щось інше?",
    order: "Замовлення {number}",
    intro:
      "Перепрошуємо: цього товару з вашого замовлення немає на складі. Скажіть, будь ласка, як вам зручніше.",
    outOfStock: "Немає на складі",
    offered: "Натомість можемо надіслати",
    dearer: "замовлення стане дорожчим на {amount}",
    cheaper: "замовлення стане дешевшим на {amount}",
    samePrice: "вартість замовлення не зміниться",
    others: "Або оберіть щось із цього",
    instead: "Або",
    another: "Запропонуйте щось інше",
    remove: "Приберіть товар із замовлення",
    notify: "Зачекаю: повідомте, коли товар з’явиться",
    expected: "Очікуємо: {date}",
    refuse: "Нічого з цього; зателефонуйте мені",
    note: "Що нам пошукати?",
    noteHint: "Необов’язково, якщо хочете щось інше",
    send: "Надіслати відповідь",
    keptFor: "Тримаємо це для вас ще {minutes} хв.",
    once: "Відповісти можна один раз.",
    accepted: "Дякуємо! Надсилаємо вам: {title}.",
    newTotal: "Ваше замовлення тепер коштує {total}.",
    refused: "Дякуємо. Ми вам зателефонуємо. Замовлення не змінено.",
    anotherAsked:
      "Дякуємо. Пошукаємо щось інше й зателефонуємо вам. Замовлення не змінено.",
    removed: "Дякуємо. Цього товару більше немає у вашому замовленні.",
    waits: "Дякуємо. Повідомимо, щойно товар з’явиться. Замовлення не змінено.",
    closed:
      "Ця пропозиція вже не діє, і товар для вас більше не тримаємо. Замовлення не змінено.",
    ended: {
      order_canceled:
        "Ваше замовлення скасовано, тож обирати вже нічого. Товар для вас більше не тримаємо.",
      order_changed:
        "Цей товар у вашому замовленні тим часом змінили, тому пропозиція вже не діє. Товар для вас більше не тримаємо.",
      items_sent:
        "Цей товар із вашого замовлення вже зібрано або надіслано, тому пропозиція вже не діє. Товар для вас більше не тримаємо.",
    },
    failed:
      "Зараз це не вдалося. Замовлення не змінено. Спробуйте ще раз або дочекайтеся нашого дзвінка.",
    chooseFirst: "Оберіть, будь ласка, відповідь.",
    questions: "Маєте запитання? Просто дайте відповідь на наше повідомлення.",
  },
  ru: {
    title: "Подойдёт что-нибудь другое?",
    order: "Заказ {number}",
    intro:
      "Просим прощения: этого товара из вашего заказа нет на складе. Скажите, пожалуйста, как вам удобнее.",
    outOfStock: "Нет на складе",
    offered: "Вместо него можем отправить",
    dearer: "заказ станет дороже на {amount}",
    cheaper: "заказ станет дешевле на {amount}",
    samePrice: "стоимость заказа не изменится",
    others: "Или выберите что-то из этого",
    instead: "Или",
    another: "Предложите что-нибудь другое",
    remove: "Уберите товар из заказа",
    notify: "Подожду: сообщите, когда товар появится",
    expected: "Ожидаем: {date}",
    refuse: "Ничего из этого; позвоните мне",
    note: "Что нам поискать?",
    noteHint: "Необязательно, если хотите что-нибудь другое",
    send: "Отправить ответ",
    keptFor: "Держим это для вас ещё {minutes} мин.",
    once: "Ответить можно один раз.",
    accepted: "Спасибо! Отправляем вам: {title}.",
    newTotal: "Ваш заказ теперь стоит {total}.",
    refused: "Спасибо. Мы вам позвоним. Заказ не изменён.",
    anotherAsked:
      "Спасибо. Поищем что-нибудь другое и позвоним вам. Заказ не изменён.",
    removed: "Спасибо. Этого товара больше нет в вашем заказе.",
    waits: "Спасибо. Сообщим, как только товар появится. Заказ не изменён.",
    closed:
      "Это предложение больше не действует, и товар для вас больше не держим. Заказ не изменён.",
    ended: {
      order_canceled:
        "Ваш заказ отменён, так что выбирать уже нечего. Товар для вас больше не держим.",
      order_changed:
        "Этот товар в вашем заказе тем временем изменили, поэтому предложение больше не действует. Товар для вас больше не держим.",
      items_sent:
        "Этот товар из вашего заказа уже собран или отправлен, поэтому предложение больше не действует. Товар для вас больше не держим.",
    },
    failed:
      "Сейчас это не удалось. Заказ не изменён. Попробуйте ещё раз или дождитесь нашего звонка.",
    chooseFirst: "Выберите, пожалуйста, ответ.",
    questions: "Есть вопросы? Просто ответьте на наше сообщение.",
  },
  bg: {
    title: "Нещо друго вместо него?",
    order: "Поръчка {number}",
    intro:
      "Извиняваме се: този артикул от поръчката Ви не е в наличност. Моля, кажете какво предпочитате.",
    outOfStock: "Няма наличност",
    offered: "Вместо него можем да изпратим",
    dearer: "поръчката поскъпва с {amount}",
    cheaper: "поръчката поевтинява с {amount}",
    samePrice: "цената на поръчката не се променя",
    others: "Или изберете нещо от това",
    instead: "Или",
    another: "Предложете ми нещо друго",
    remove: "Махнете артикула от поръчката",
    notify: "Ще изчакам: кажете ми, когато е наличен",
    expected: "Очакваме: {date}",
    refuse: "Нищо от това; обадете ми се",
    note: "Какво да потърсим?",
    noteHint: "По желание, ако искате нещо друго",
    send: "Изпращане на отговора",
    keptFor: "Пазим го за Вас още {minutes} мин.",
    once: "Можете да отговорите веднъж.",
    accepted: "Благодарим! Изпращаме Ви: {title}.",
    newTotal: "Поръчката Ви вече струва {total}.",
    refused: "Благодарим. Ще Ви се обадим. Поръчката не е променена.",
    anotherAsked:
      "Благодарим. Ще потърсим нещо друго и ще Ви се обадим. Поръчката не е променена.",
    removed: "Благодарим. Артикулът вече не е в поръчката Ви.",
    waits: "Благодарим. Ще Ви кажем, щом е наличен. Поръчката не е променена.",
    closed:
      "Това предложение вече не важи и артикулът не се пази за Вас. Поръчката не е променена.",
    ended: {
      order_canceled:
        "Поръчката Ви е отменена и няма какво да избирате. Артикулът не се пази за Вас.",
      order_changed:
        "Този артикул в поръчката Ви междувременно е променен и предложението вече не важи. Артикулът не се пази за Вас.",
      items_sent:
        "Този артикул от поръчката Ви вече е опакован или изпратен и предложението вече не важи. Артикулът не се пази за Вас.",
    },
    failed:
      "В момента не се получи. Поръчката не е променена. Опитайте отново или изчакайте да Ви се обадим.",
    chooseFirst: "Моля, изберете отговор.",
    questions: "Имате въпроси? Просто отговорете на съобщението ни.",
  },
}
