import { XMark } from "@medusajs/icons"
import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { IconAction } from "../task/icon-action"

/** Like the UI library's, whose close button has no accessible name. */
export const DrawerHeader = ({
  title,
  hint,
}: {
  title: string
  hint?: string
}) => {
  const { t } = useTranslation()
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Drawer.Title>{title}</Drawer.Title>
        {hint && (
          <Drawer.Description className="text-ui-fg-subtle text-pretty">
            {hint}
          </Drawer.Description>
        )}
      </div>
      <Drawer.Close asChild>
        <IconAction aria-label={t("actions.close")}>
          <XMark />
        </IconAction>
      </Drawer.Close>
    </div>
  )
}
