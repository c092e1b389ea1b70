import { Check, SquareTwoStack } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useText } from "../i18n/use-text"
import { IconAction } from "../task/icon-action"

const SAID_FOR_MS = 2_000

/** Copies a text and announces that it did. */
export const CopyButton = ({
  text,
  label = text,
  onCopied,
}: {
  text: string
  /** Names the text where it is too long to be read out. */
  label?: string
  onCopied?: () => void
}) => {
  const t = useText()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) {
      return
    }
    const timeout = setTimeout(() => setCopied(false), SAID_FOR_MS)
    return () => clearTimeout(timeout)
  }, [copied])

  // Browsers offer the clipboard only to pages served over https.
  if (!navigator.clipboard) {
    return null
  }
  const says = copied ? t("task.copied") : t("task.copy", { text: label })
  return (
    <Tooltip content={says}>
      <IconAction
        aria-label={says}
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => {
            setCopied(true)
            onCopied?.()
          })
        }}
      >
        {copied ? <Check /> : <SquareTwoStack />}
      </IconAction>
    </Tooltip>
  )
}
