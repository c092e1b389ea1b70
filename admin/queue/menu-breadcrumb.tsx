import { useText } from "../i18n/use-text"

/** A page of the desk, by its name in the menu. */
export const MenuBreadcrumb = ({
  of,
}: {
  of: "queue" | "shortages" | "deliveries"
}) => {
  const t = useText()
  return <>{t(`menu.${of}`)}</>
}
