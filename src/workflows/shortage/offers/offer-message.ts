import { type ScriptLanguage, textIn } from "../../../modules/follow-up"

/** What the customer is sent with the link. */
const MESSAGES: Record<ScriptLanguage, string> = {
  en: "We are sorry: {title} is out of stock. Please choose what you would like instead, within {minutes} minutes: {link}",
  uk: "Перепрошуємо: {title} немає на складі. Оберіть, будь ласка, що вам надіслати натомість, протягом {minutes} хв: {link}",
  ru: "Просим прощения: {title} нет на складе. Выберите, пожалуйста, что отправить вместо этого, в течение {minutes} мин: {link}",
  bg: "Извиняваме се: {title} не е в наличност. Моля, изберете в рамките на {minutes} мин. какво да изпратим вместо това: {link}",
}

/** The message in the customer's language, or else in English. */
export function offerMessage(
  { title, language }: { title: string; language: string | null },
  link: string,
  minutes: number
): string {
  const text = textIn(MESSAGES, language ?? "en") ?? MESSAGES.en
  return text
    .replace("{minutes}", `${minutes}`)
    .replace("{link}", () => link)
    .replace("{title}", () => title)
}
