import type { ScriptLanguage } from "../../modules/follow-up"
import { html } from "./html"
import { pageOf } from "./page-shell"

const TEXTS: Record<ScriptLanguage, { title: string; remedy: string }> = {
  en: {
    title: "This link is not valid",
    remedy:
      "A part of the link may be missing. Please open it again from our message. If that does not help, answer the message, and we will call you.",
  },
  uk: {
    title: "Це посилання недійсне",
    remedy:
      "Можливо, бракує частини посилання. Відкрийте його ще раз із нашого повідомлення. Якщо це не допоможе, дайте відповідь на повідомлення, і ми вам зателефонуємо.",
  },
  ru: {
    title: "Эта ссылка недействительна",
    remedy:
      "Возможно, не хватает части ссылки. Откройте её ещё раз из нашего сообщения. Если это не поможет, ответьте на сообщение, и мы вам позвоним.",
  },
  bg: {
    title: "Тази връзка е невалидна",
    remedy:
      "Може би липсва част от връзката. Отворете я отново от съобщението ни. Ако това не помогне, отговорете на съобщението и ще Ви се обадим.",
  },
}

/** What a customer is shown whose link leads to nothing. */
export function notValidPage(language: ScriptLanguage, shop: string): string {
  const { title, remedy } = TEXTS[language]
  return pageOf({
    language,
    title,
    shop,
    about: shop,
    fault: null,
    body: html`<p class="done" role="status">${remedy}</p>`,
  })
}
