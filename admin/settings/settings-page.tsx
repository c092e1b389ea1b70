import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../i18n/use-text"
import { SettingsTabs, type SettingsTab } from "./settings-tabs"

/** The frame of Settings → Follow-ups; the tab's content is the children. */
export const SettingsPage = ({
  tab,
  action,
  children,
}: {
  tab: SettingsTab
  /** Shown beside the title: usually the button to add an item. */
  action?: ReactNode
  children: ReactNode
}) => {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4 max-lg:flex-wrap max-lg:gap-y-3 max-lg:px-4">
        <div className="min-w-0">
          <Heading>{t("settings.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t(`settings.about.${tab}`)}
          </Text>
        </div>
        {action && (
          <div className="flex shrink-0 items-center gap-x-2">{action}</div>
        )}
      </div>
      <SettingsTabs tab={tab} />
      {children}
    </Container>
  )
}
