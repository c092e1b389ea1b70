import { Text as Paragraph, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useImportPins } from "../api/pins"
import { Refused } from "../api/refused"
import { cautionText } from "../desk/shortage/reason-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** More wrong lines nobody reads at once. */
const SHOWN = 10

/** Imports pinned pairs of the whole shop from a file. */
export const ImportPins = () => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const importing = useImportPins()
  const { data, error } = importing
  const notShown = data?.not_shown ?? []
  const wrong = error
    ? [error, ...(error instanceof Refused ? error.further : [])]
    : []
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Paragraph size="small" className="text-ui-fg-subtle">
          {t("pins.importHint")}
        </Paragraph>
        <SmallButton
          isLoading={importing.isPending}
          onClick={() => input.current?.click()}
        >
          {t("pins.import")}
        </SmallButton>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          className="hidden"
          aria-label={t("pins.import")}
          onChange={async ({ target }) => {
            const [file] = target.files ?? []
            target.value = ""
            if (file) {
              importing.mutate(
                { csv: await file.text() },
                {
                  onSuccess: ({ pairs }) =>
                    toast.success(t("pins.imported", { count: pairs })),
                }
              )
            }
          }}
        />
      </div>
      {notShown.length > 0 && (
        <ul role="status" className="txt-compact-small text-ui-tag-orange-text">
          {notShown.slice(0, SHOWN).map((one) => (
            <li key={one.line} className="break-words">
              {t("pins.line", {
                line: one.line,
                text: `${one.sku} → ${one.replacement_sku}. ${t("pins.notShown", { why: cautionText(t, one) })}`,
              })}
            </li>
          ))}
          {notShown.length > SHOWN && (
            <li>{t("pins.more", { count: notShown.length - SHOWN })}</li>
          )}
        </ul>
      )}
      {wrong.length > 0 && (
        <ul role="alert" className="txt-compact-small text-ui-fg-error">
          {wrong.slice(0, SHOWN).map((one, at) => {
            const line = one instanceof Refused ? one.values.line : undefined
            const text = refusalText(t, one)
            return (
              <li key={at} className="break-words">
                {typeof line === "number"
                  ? t("pins.line", { line, text })
                  : text}
              </li>
            )
          })}
          {wrong.length > SHOWN && (
            <li>{t("pins.more", { count: wrong.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </div>
  )
}
