import { useText } from "../i18n/use-text"

export const ShortagesBreadcrumb = () => {
  const t = useText()
  return <>{t("menu.shortages")}</>
}
