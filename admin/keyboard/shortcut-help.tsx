import { Keyboard } from "@medusajs/icons"
import { IconButton, Kbd, Popover, Text } from "@medusajs/ui"
import { useState, type RefObject } from "react"
import { useText } from "../i18n/use-text"
import { KEEPS_KEYS } from "./listens"
import { SHORTCUTS } from "./shortcuts"
import { useKeys } from "./use-keys"

/** The list of keys, behind a button and behind `?`. */
export const ShortcutHelp = ({
  place,
  within,
}: {
  place: "queue" | "sheet"
  /** The dialog that it stands in. */
  within?: RefObject<Element>
}) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  useKeys({ "?": () => setOpen((was) => !was) }, within)

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("keys.title")}
          aria-keyshortcuts="?"
          className="max-lg:hidden"
        >
          <Keyboard />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        {...{ [KEEPS_KEYS]: "" }}
        align="end"
        aria-label={t("keys.title")}
        className="w-80 overflow-y-auto p-4 outline-none"
      >
        <Text size="small" leading="compact" weight="plus" className="pb-3">
          {t("keys.title")}
        </Text>
        <dl className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1.5">
          {SHORTCUTS[place].map(({ keys, does }) => (
            <div key={does} className="flex items-center justify-between">
              <dt>{t(does)}</dt>
              <dd className="flex gap-x-1">
                {keys.map((key) => (
                  <Kbd key={key}>
                    {key.length === 1 ? key.toUpperCase() : key}
                  </Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Popover.Content>
    </Popover>
  )
}
