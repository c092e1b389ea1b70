import type { ScriptLanguage } from "../../../../modules/follow-up"

/** The texts of the customer's page; names in braces are filled in. */
export type PageTexts = {
  title: string
  order: string
  comes: string
  expected: string
  other: string
  left: string
  later: string
  move: string
  until: string
  movesLeft: string
  standsAsItIs: string
  nothingElse: string
  delivered: string
  closed: string
  moved: string
  taken: string
  tooLate: string
  failed: string
  chooseFirst: string
  questions: string
}

export const PAGE_TEXTS: Record<ScriptLanguage, PageTexts> = {
  en: {
    title: "Your delivery",
    order: "Order {number}",
    comes: "Our courier comes",
    expected: "The courier is expected at {time}.",
    other: "Another time suits you better?",
    left: "places left: {count}",
    later: "Later dates",
    move: "Choose this time",
    until: "You can change it until {time}.",
    movesLeft: "Changes left: {count}.",
    standsAsItIs:
      "This can no longer be changed here. If it does not suit you, just answer our message.",
    nothingElse:
      "No other time is free just now. If this does not suit you, just answer our message.",
    delivered: "Your order has been delivered. Thank you!",
    closed:
      "No delivery is agreed here any more. If you expect one, just answer our message.",
    moved: "Thank you! The new time is agreed.",
    taken:
      "This time has just been taken. Your delivery is unchanged. Please choose another.",
    tooLate: "This can no longer be changed. Your delivery is unchanged.",
    failed:
      "This could not be done just now. Your delivery is unchanged. Please try again.",
    chooseFirst: "Please choose a time.",
    questions: "Do you have questions? Just answer our message.",
  },
  uk: {
    title: "Ваша доставка",
    order: "Замовлення {number}",
    comes: "Кур’єр приїде",
    expected: "Кур’єр має бути близько {time}.",
    other: "Зручніше в інший час?",
    left: "залишилося місць: {count}",
    later: "Пізніші дати",
    move: "Обрати цей час",
    until: "Змінити час можна до {time}.",
    movesLeft: "Залишилося змін: {count}.",
    standsAsItIs:
      "Тут час уже не змінити. Якщо він вам незручний, просто дайте відповідь на наше повідомлення.",
    nothingElse:
      "Іншого вільного часу зараз немає. Якщо цей вам незручний, просто дайте відповідь на наше повідомлення.",
    delivered: "Замовлення доставлено. Дякуємо!",
    closed:
      "Час за цим посиланням уже не діє. Якщо ви чекаєте на доставку, просто дайте відповідь на наше повідомлення.",
    moved: "Дякуємо! Новий час узгоджено.",
    taken:
      "Цей час щойно зайняли. Вашу доставку не змінено. Оберіть, будь ласка, інший.",
    tooLate: "Час уже не можна змінити. Вашу доставку не змінено.",
    failed: "Зараз це не вдалося. Вашу доставку не змінено. Спробуйте ще раз.",
    chooseFirst: "Оберіть, будь ласка, час.",
    questions: "Маєте запитання? Просто дайте відповідь на наше повідомлення.",
  },
  ru: {
    title: "Ваша доставка",
    order: "Заказ {number}",
    comes: "Курьер приедет",
    expected: "Курьера ожидайте в {time}.",
    other: "Удобнее в другое время?",
    left: "осталось мест: {count}",
    later: "Более поздние даты",
    move: "Выбрать это время",
    until: "Изменить время можно до {time}.",
    movesLeft: "Осталось изменений: {count}.",
    standsAsItIs:
      "Здесь время уже не изменить. Если оно вам неудобно, просто ответьте на наше сообщение.",
    nothingElse:
      "Другого свободного времени сейчас нет. Если это вам неудобно, просто ответьте на наше сообщение.",
    delivered: "Заказ доставлен. Спасибо!",
    closed:
      "Доставка по этой ссылке больше не согласована. Если вы её ждёте, просто ответьте на наше сообщение.",
    moved: "Спасибо! Новое время согласовано.",
    taken:
      "Это время только что заняли. Ваша доставка не изменена. Выберите, пожалуйста, другое.",
    tooLate: "Время уже нельзя изменить. Ваша доставка не изменена.",
    failed:
      "Сейчас это не удалось. Ваша доставка не изменена. Попробуйте ещё раз.",
    chooseFirst: "Выберите, пожалуйста, время.",
    questions: "Есть вопросы? Просто ответьте на наше сообщение.",
  },
  bg: {
    title: "Вашата доставка",
    order: "Поръчка {number}",
    comes: "Куриерът ще дойде",
    expected: "Очаквайте куриера в {time}.",
    other: "Друг час Ви е по-удобен?",
    left: "останали места: {count}",
    later: "По-късни дати",
    move: "Избирам този час",
    until: "Можете да го промените до {time}.",
    movesLeft: "Оставащи промени: {count}.",
    standsAsItIs:
      "Часът вече не може да се промени тук. Ако не Ви е удобен, просто отговорете на съобщението ни.",
    nothingElse:
      "В момента няма друг свободен час. Ако този не Ви е удобен, просто отговорете на съобщението ни.",
    delivered: "Поръчката е доставена. Благодарим!",
    closed:
      "По тази връзка вече няма уговорена доставка. Ако я очаквате, просто отговорете на съобщението ни.",
    moved: "Благодарим! Новият час е уговорен.",
    taken:
      "Този час току-що беше зает. Доставката не е променена. Моля, изберете друг.",
    tooLate: "Часът вече не може да се промени. Доставката не е променена.",
    failed:
      "В момента не се получи. Доставката не е променена. Опитайте отново.",
    chooseFirst: "Моля, изберете час.",
    questions: "Имате въпроси? Просто отговорете на съобщението ни.",
  },
}
