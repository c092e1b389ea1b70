import bg from "../../../admin/i18n/bg.json"
import en from "../../../admin/i18n/en.json"
import ru from "../../../admin/i18n/ru.json"
import uk from "../../../admin/i18n/uk.json"

/** By the dashboard's language; i18next falls back to English. */
export default {
  bg: { followUps: bg },
  en: { followUps: en },
  ru: { followUps: ru },
  uk: { followUps: uk },
}
