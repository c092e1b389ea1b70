import { BellAlert } from "@medusajs/icons"
import { IconButton, Label, Popover, Switch, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useText } from "../i18n/use-text"
import { setNotices, useNoticeSettings } from "./notice-settings"
import { ring } from "./ring"

/** How this browser tells of new orders: by a sound, a notice, or not at all. */
export const NoticeMenu = () => {
  const t = useText()
  const { sound, desktop } = useNoticeSettings()
  const [permission, setPermission] = useState(permissionNow)
  const allowed = permission === "granted"
  const wantDesktop = async (on: boolean) => {
    const given =
      on && permission === "default"
        ? await Notification.requestPermission()
        : permission
    setPermission(given)
    setNotices({ desktop: on && given === "granted" })
  }
  return (
    <Popover onOpenChange={() => setPermission(permissionNow())}>
      <Popover.Trigger asChild>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("topBar.notices.title")}
        >
          <BellAlert
            className={
              sound || (desktop && allowed)
                ? "text-ui-fg-interactive"
                : undefined
            }
          />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        align="end"
        aria-label={t("topBar.notices.title")}
        className="flex w-80 flex-col gap-y-3 p-4 outline-none"
      >
        <div>
          <Text size="small" leading="compact" weight="plus">
            {t("topBar.notices.title")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("topBar.notices.about")}
          </Text>
        </div>
        <Option
          label={t("topBar.notices.sound")}
          checked={sound}
          onChange={(on) => {
            setNotices({ sound: on })
            if (on) {
              ring()
            }
          }}
        />
        <Option
          label={t("topBar.notices.desktop")}
          checked={desktop && allowed}
          disabled={permission === "missing"}
          onChange={(on) => void wantDesktop(on)}
        />
        <div role="status" className="txt-small text-ui-fg-error empty:hidden">
          {permission === "denied" && t("topBar.notices.denied")}
          {permission === "missing" && t("topBar.notices.missing")}
        </div>
      </Popover.Content>
    </Popover>
  )
}

const Option = ({
  label,
  onChange,
  ...state
}: {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}) => {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-x-4">
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Switch id={id} size="small" onCheckedChange={onChange} {...state} />
    </div>
  )
}

/** `missing`: not on this device, or not over plain http. */
function permissionNow(): NotificationPermission | "missing" {
  return "Notification" in window ? Notification.permission : "missing"
}
