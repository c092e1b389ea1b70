import { useText } from "../i18n/use-text"

export const DeliveriesBreadcrumb = () => {
  const t = useText()
  return <>{t("menu.deliveries")}</>
}
