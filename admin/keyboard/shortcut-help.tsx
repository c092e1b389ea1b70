import { Keyboard } from "@medusajs/icons"
import { IconButton, Kbd, Popover, Text } from "@medusajs/ui"
import { useRef, useState, type RefObject } from "react"
import { useText } from "../i18n/use-text"
import { KeyboardTexts } from "./keyboard-texts"
import { KEEPS_KEYS } from "./listens"
import type { Shortcut } from "./shortcuts"
import { useKeys } from "./use-keys"

/** The list of shortcuts, opened by a button or by `?`. */
export const ShortcutHelp = ({
  shortcuts,
  within,
}: {
  shortcuts: readonly Shortcut[]
  /** The dialog that contains it. */
  within?: RefObject<Element>
}) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  /**
   * The focused element when `?` was pressed; null if the button was clicked.
   */
  const cameFrom = useRef<Element | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = () => {
    if (!open) {
      cameFrom.current = document.activeElement
      // The list hangs on it.
      button.current?.scrollIntoView({ block: "nearest" })
    }
    setOpen(!open)
  }
  useKeys({ "?": toggle }, within)

  return (
    <Popover
      open={open}
      onOpenChange={(opened) => {
        if (opened) {
          cameFrom.current = null
        }
        setOpen(opened)
      }}
    >
      <Popover.Trigger asChild>
        <IconButton
          ref={button}
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
        // For scrolling with the keyboard, in a low window.
        tabIndex={0}
        align="end"
        aria-label={t("keys.title")}
        onInteractOutside={() => {
          cameFrom.current = null
        }}
        onCloseAutoFocus={(event) => {
          if (cameFrom.current instanceof HTMLElement) {
            event.preventDefault()
            cameFrom.current.focus()
          }
        }}
        className="w-80 overflow-y-auto p-4 outline-none"
      >
        <Text size="small" leading="compact" weight="plus" className="pb-3">
          {t("keys.title")}
        </Text>
        <KeyboardTexts>
          <Shortcuts shortcuts={shortcuts} />
        </KeyboardTexts>
      </Popover.Content>
    </Popover>
  )
}

const Shortcuts = ({ shortcuts }: { shortcuts: readonly Shortcut[] }) => {
  const t = useText()
  return (
    <dl className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1.5">
      {shortcuts.map(({ keys, does }) => (
        <div key={does} className="flex items-center justify-between gap-x-3">
          <dt>{t(does)}</dt>
          <dd className="flex shrink-0 gap-x-1 whitespace-nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
