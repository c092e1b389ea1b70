import { useText } from "../i18n/use-text"

export const QueueBreadcrumb = () => {
  const t = useText()
  return <>{t("queue.title")}</>
}
