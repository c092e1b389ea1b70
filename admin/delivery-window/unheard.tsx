import { Text } from "@medusajs/ui"
import { useText } from "../i18n/use-text"

/** Why the desk no longer asks about deliveries that are over. */
export const Unheard = () => {
  const t = useText()
  return (
    <Text
      role="status"
      size="small"
      className="bg-ui-tag-orange-bg text-ui-tag-orange-text text-pretty px-6 py-3 max-lg:[main_&]:px-4"
    >
      {t("delivery.unheard.never")}
    </Text>
  )
}
