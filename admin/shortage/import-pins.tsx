import { Text as Paragraph } from "@medusajs/ui"
import { useRef } from "react"
import { useExportPins, useImportPins } from "../api/pins"
import { Refused } from "../api/refused"
import { cautionText } from "../desk/shortage/reason-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** More lines nobody reads at once. */
const SHOWN = 10

/** Takes pinned pairs of the whole shop from a file, and gives them as one. */
export const ImportPins = () => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const importing = useImportPins()
  const exporting = useExportPins()
  const { data } = importing
  const error = importing.error ?? exporting.error
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
        <div className="flex flex-wrap gap-2">
          <SmallButton
            isLoading={exporting.isPending}
            onClick={() =>
              exporting.mutate(undefined, {
                onSuccess: ({ csv }) => download("pinned-pairs.csv", csv),
              })
            }
          >
            {t("pins.export")}
          </SmallButton>
          <SmallButton
            isLoading={importing.isPending}
            onClick={() => input.current?.click()}
          >
            {t("pins.import")}
          </SmallButton>
        </div>
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
              exporting.reset()
              importing.mutate({ csv: await file.text() })
            }
          }}
        />
      </div>
      {exporting.data && exporting.data.without_sku > 0 && (
        <p role="status" className="txt-compact-small text-ui-tag-orange-text">
          {t("pins.withoutSku", { pairs: exporting.data.without_sku })}
        </p>
      )}
      {data && (
        <p role="status" className="txt-compact-small text-ui-tag-green-text">
          {t("pins.imported", { count: data.pairs })}
        </p>
      )}
      {notShown.length > 0 && (
        <div role="status" className="text-ui-tag-orange-text">
          <Lines
            of={notShown.map((one) => ({
              line: one.line,
              text: `${one.sku} → ${one.replacement_sku}. ${t("pins.notShown", { why: cautionText(t, one) })}`,
            }))}
          />
        </div>
      )}
      {wrong.length > 0 && (
        <div role="alert" className="text-ui-fg-error">
          {error instanceof Refused && error.path[0] === "csv" && (
            <p className="txt-compact-small-plus">{t("pins.noneImported")}</p>
          )}
          <Lines
            of={wrong.map((one) => ({
              line: one instanceof Refused ? one.values.line : undefined,
              text: refusalText(t, one),
            }))}
          />
        </div>
      )}
    </div>
  )
}

/** Excel knows by the first character in which encoding it is. */
function download(name: string, csv: string): void {
  const url = URL.createObjectURL(
    new Blob(["\uFEFF", csv], { type: "text/csv;charset=utf-8" })
  )
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** What is to be said of lines of the file. */
const Lines = ({ of }: { of: readonly { line: unknown; text: string }[] }) => {
  const t = useText()
  return (
    <ul className="txt-compact-small">
      {of.slice(0, SHOWN).map(({ line, text }, at) => (
        <li key={at} className="break-words">
          {typeof line === "number" ? t("pins.line", { line, text }) : text}
        </li>
      ))}
      {of.length > SHOWN && (
        <li>{t("pins.more", { count: of.length - SHOWN })}</li>
      )}
    </ul>
  )
}
