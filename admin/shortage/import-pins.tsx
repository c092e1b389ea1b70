import { Text as Paragraph, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useImportPins } from "../api/pins"
import { Refused } from "../api/refused"
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
  const { error } = importing
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
